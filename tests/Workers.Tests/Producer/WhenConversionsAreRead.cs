using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

public sealed class WhenConversionsAreRead : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Day = new(2026, 1, 14, 0, 0, 0, TimeSpan.Zero);

    private readonly ProducerHost _producer = new() { Time = new() };

    public async ValueTask InitializeAsync()
    {
        await _producer.InitializeAsync();
        await CountAsync(Day, BehaviourMetric.Type("page_view"), 0, 7);
        await CountAsync(Day, BehaviourMetric.Type("page_view"), 1, 2);
        await CountAsync(Day, BehaviourMetric.Type("purchase"), 0, 3);
        await CountAsync(Day, BehaviourMetric.Sessions, 0, 6);
        await CountAsync(Day, BehaviourMetric.Reached(BehaviourStep.View), 0, 5);
        await CountAsync(Day, BehaviourMetric.Reached(BehaviourStep.Purchase), 0, 2);
        await CountAsync(Day, BehaviourMetric.ConvertedSessions, 0, 2);
        await CountAsync(Day, BehaviourMetric.Purchases, 0, 3);
        await CountAsync(Day, BehaviourMetric.Conversions, 0, 2);
        await CountAsync(Day, BehaviourMetric.PurchaseValuePrefix + "USD", 0, 2, 300.5m);
        await CountAsync(Day, BehaviourMetric.ConversionValuePrefix + "USD", 0, 1, 199.99m);
        await CountAsync(Day, BehaviourMetric.UnratedPrefix + "CHF", 0, 1);
        await CountAsync(Day.AddDays(1), BehaviourMetric.Type("page_view"), 0, 1);
        await CountAsync(Day.AddDays(1), BehaviourMetric.ConversionValuePrefix + "USD", 0, 1, 0.01m);
    }

    public ValueTask DisposeAsync() => _producer.DisposeAsync();

    [Fact]
    public async Task Days_and_shards_add_up()
    {
        var total = (await ReadAsync("?from=2026-01-13T00:00:00Z&to=2026-01-16T00:00:00Z"))["total"]!;

        Assert.Equal(
            """
            {"events":13,"types":{"page_view":10,"purchase":3},"sessions":6,"reached":{"Purchase":2,"View":5},"convertedSessions":2,"rate":0.3333,"purchases":3,"purchaseValue":{"USD":300.5},"conversions":2,"conversionValue":{"USD":200.00},"unrated":{"CHF":1}}
            """.Trim(),
            total.ToJsonString());
    }

    [Fact]
    public async Task Each_day_stands_for_itself()
    {
        var days = (await ReadAsync("?from=2026-01-13T00:00:00Z&to=2026-01-16T00:00:00Z"))["days"]!.AsArray();

        Assert.Equal(
            [("2026-01-13", 0, 0m), ("2026-01-14", 12, 0.3333m), ("2026-01-15", 1, 0m)],
            days.Select(day => ((string)day!["date"]!, (int)day["figures"]!["events"]!, (decimal)day["figures"]!["rate"]!)));
    }

    [Fact]
    public async Task Today_is_meant_when_nothing_is_said() => Assert.Equal(1, (int)(await ReadAsync(""))["total"]!["events"]!);

    [Fact]
    public async Task A_hundred_types_are_shown_and_all_are_counted()
    {
        for (var type = 0; type < 120; type++)
        {
            await CountAsync(Day.AddDays(-10), BehaviourMetric.Type($"type-{type:000}"), 0, 1 + (type % 2));
        }

        var total = (await ReadAsync("?from=2026-01-04T00:00:00Z&to=2026-01-05T00:00:00Z"))["total"]!;

        Assert.Equal(180, (int)total["events"]!);
        Assert.Equal(100, total["types"]!.AsObject().Count);
        Assert.Equal(60, total["types"]!.AsObject().Count(type => (int)type.Value! == 2));
    }

    private async Task<JsonObject> ReadAsync(string query) =>
        (await _producer.Http.GetFromJsonAsync<JsonObject>($"/analytics/conversions{query}", Cancellation))!;

    private Task CountAsync(DateTimeOffset day, string metric, int shard, int count, decimal? sum = null)
    {
        Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> row = new()
        {
            [AnalyticsColumns.Bucket] = new() { S = AnalyticsBucket.OfBehaviour(day) },
            [AnalyticsColumns.Metric] = new() { S = AnalyticsBucket.Shard(metric, shard) },
            [AnalyticsColumns.Count] = new() { N = $"{count}" },
        };
        if (sum is { } value)
        {
            row[AnalyticsColumns.Sum] = new() { N = value.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        }

        return _producer.PutAsync(Topology.AnalyticsTable, row);
    }
}
