using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

public sealed class WhenTheOrderBoardIsRead : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Day = new(2026, 1, 14, 0, 0, 0, TimeSpan.Zero);

    private readonly ProducerHost _producer = new() { Time = new() };

    public async ValueTask InitializeAsync()
    {
        await _producer.InitializeAsync();
        await CountAsync(OrderBoardBucket.OfDay("a", Day), OrderBoardMetric.Placed, 7);
        await CountAsync(OrderBoardBucket.OfDay("a", Day), OrderBoardMetric.Completed, 4);
        await CountAsync(OrderBoardBucket.OfDay("a", Day), OrderBoardMetric.ShippedSeconds, 10);
        await CountAsync(OrderBoardBucket.OfDay("a", Day), OrderBoardMetric.Failed(OrderStage.Payment), 2);
        await CountAsync(OrderBoardBucket.OfHour("a", Day.AddHours(33)), OrderBoardMetric.Placed, 1, Day.AddHours(33).AddMinutes(5));
        await CountAsync(OrderBoardBucket.OfHour("a", Day.AddHours(33)), OrderBoardMetric.Failed(OrderStage.Deadline), 1, Day.AddHours(33).AddMinutes(5));
        await CountAsync(OrderBoardBucket.OfHour("a", Day.AddHours(33)), OrderBoardMetric.Placed, 100, Day.AddHours(33).AddMinutes(30));
        await CountAsync(OrderBoardBucket.OfDay("b", Day), OrderBoardMetric.Placed, 1000);
    }

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task Whole_days_and_the_minutes_of_parts_add_up()
    {
        var board = await ReadAsync("?from=2026-01-14T00:00:00Z&to=2026-01-15T09:30:00Z");

        Assert.Equal((8, 4, 3), ((int)board["totals"]!["placed"]!, (int)board["totals"]!["completed"]!, (int)board["totals"]!["failed"]!));
        Assert.Equal((2, 1), ((int)board["totals"]!["failedByStage"]!["Payment"]!, (int)board["totals"]!["failedByStage"]!["Deadline"]!));
        Assert.Equal(2.5m, (decimal)board["totals"]!["meanSecondsToShip"]!);
    }

    [Fact]
    public async Task The_series_has_a_point_for_each_day_and_for_each_hour_of_the_rest()
    {
        var series = (await ReadAsync("?from=2026-01-14T00:00:00Z&to=2026-01-15T09:30:00Z"))["series"]!.AsArray();

        Assert.Equal(11, series.Count);
        Assert.Equal((7, 1), ((int)series[0]!["figures"]!["placed"]!, (int)series[^1]!["figures"]!["placed"]!));
        Assert.Equal("2026-01-15T09:00:00+00:00", (string?)series[^1]!["from"]);
    }

    [Fact]
    public async Task Where_nothing_was_completed_there_is_no_mean()
    {
        var board = await ReadAsync("?from=2026-01-13T00:00:00Z&to=2026-01-14T00:00:00Z");

        Assert.False(board["totals"]!.AsObject().ContainsKey("meanSecondsToShip"));
    }

    [Theory]
    [InlineData("?from=2026-01-15T09:30:30Z")]
    [InlineData("?from=2026-01-15T10:00:00Z&to=2026-01-15T10:00:00Z")]
    [InlineData("?from=2025-01-15T10:00:00Z&to=2025-01-15T11:00:00Z")]
    [InlineData("?from=yesterday")]
    public async Task A_range_that_is_none_is_refused(string query)
    {
        using var response = await _producer.Http.GetAsync($"/orders/board{query}", Cancellation);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private async Task<JsonObject> ReadAsync(string query) => (await _producer.Http.GetFromJsonAsync<JsonObject>($"/orders/board{query}", Cancellation))!;

    private Task CountAsync(string bucket, string metric, int value, DateTimeOffset? minute = null) => _producer.PutAsync(Topology.OrderBoardTable, new()
    {
        [OrderBoardColumns.Bucket] = new() { S = bucket },
        [OrderBoardColumns.Metric] = new() { S = minute is { } at ? OrderBoardBucket.OfMinute(at, metric) : metric },
        [OrderBoardColumns.Value] = new() { N = $"{value}" },
    });
}
