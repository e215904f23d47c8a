using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.OrderHistory.Views;

namespace Workers.Tests.Producer;

public sealed class WhenACustomersOrdersAreListed(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_read_page_by_page_newest_first()
    {
        await ListAsync("PAGED", count: 5);

        var (first, next) = await PageAsync("/customers/PAGED/orders?limit=2");
        var (second, after) = await PageAsync($"/customers/PAGED/orders?limit=2&next={next}");
        var (third, end) = await PageAsync($"/customers/PAGED/orders?limit=2&next={after}");

        Assert.Equal(["ORD-4", "ORD-3", "ORD-2", "ORD-1", "ORD-0"], [.. first, .. second, .. third]);
        Assert.Null(end);
    }

    [Fact]
    public async Task One_tells_what_it_is_and_since_when()
    {
        await ListAsync("ONE", count: 1);

        var page = await producer.Http.GetFromJsonAsync<JsonObject>("/customers/ONE/orders", Cancellation);

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""
                    {"customerId":"ONE","orders":[{"orderId":"ORD-0","status":"Placed","amount":10,
                     "placedAt":"2026-01-15T10:00:00.0000000Z","updatedAt":"2026-01-15T10:01:00.0000000Z"}]}
                    """),
                page),
            page!.ToJsonString());
    }

    [Fact]
    public async Task A_status_is_looked_for_within_bounds_and_the_search_goes_on_from_there()
    {
        await ListAsync("MANY", count: 501, index => index == 0 ? OrderStatus.Failed : OrderStatus.Completed);

        var (first, next) = await PageAsync("/customers/MANY/orders?status=failed");
        var (second, end) = await PageAsync($"/customers/MANY/orders?status=failed&next={next}");

        Assert.Empty(first);
        Assert.Equal(["ORD-0"], second);
        Assert.Null(end);
    }

    [Fact]
    public async Task After_a_full_page_of_a_status_no_order_is_left_out()
    {
        await ListAsync("SOME", count: 6, index => index % 2 == 0 ? OrderStatus.Failed : OrderStatus.Completed);

        var (first, next) = await PageAsync("/customers/SOME/orders?status=Failed&limit=2");
        var (second, _) = await PageAsync($"/customers/SOME/orders?status=Failed&limit=2&next={next}");

        Assert.Equal(["ORD-4", "ORD-2", "ORD-0"], [.. first, .. second]);
    }

    [Fact]
    public async Task A_token_opens_no_other_customer_s_list()
    {
        await ListAsync("VICTIM", count: 3);
        await ListAsync("THIEF", count: 3);
        var (_, next) = await PageAsync("/customers/VICTIM/orders?limit=1");

        using var response = await producer.Http.GetAsync($"/customers/THIEF/orders?next={next}", Cancellation);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_generation_that_is_read_is_the_active_one()
    {
        await using var rebuilt = new ProducerHost();
        await rebuilt.InitializeAsync();
        await rebuilt.PutAsync(RowOf("CUST", 1, OrderStatus.Placed, "a"));
        await rebuilt.PutAsync(RowOf("CUST", 2, OrderStatus.Placed, "b"));
        await rebuilt.PutAsync(Topology.ViewsTable, new()
        {
            [ViewColumns.View] = new() { S = ViewNames.CustomerOrders },
            [ViewColumns.Active] = new() { S = "b" },
        });

        var page = await rebuilt.Http.GetFromJsonAsync<JsonObject>("/customers/CUST/orders", Cancellation);

        Assert.Equal("ORD-2", (string?)Assert.Single(page!["orders"]!.AsArray())!["orderId"]);
    }

    [Theory]
    [InlineData("status=Unknown", "status")]
    [InlineData("status=1", "status")]
    [InlineData("status=Reserved", "status")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("next=nonsense", "next")]
    [InlineData("next=!", "next")]
    public async Task What_cannot_be_asked_for_is_named(string query, string field)
    {
        using var response = await producer.Http.GetAsync($"/customers/CUST/orders?{query}", Cancellation);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["errors"]![field]);
    }

    [Fact]
    public async Task A_customer_who_never_ordered_has_an_empty_list() =>
        Assert.Empty((await PageAsync("/customers/NOBODY/orders")).Orders);

    private async Task<(string[] Orders, string? Next)> PageAsync(string path)
    {
        var page = (await producer.Http.GetFromJsonAsync<JsonObject>(path, Cancellation))!;
        return ([.. page["orders"]!.AsArray().Select(order => (string)order!["orderId"]!)], (string?)page["next"]);
    }

    private async Task ListAsync(string customerId, int count, Func<int, OrderStatus>? status = null)
    {
        for (var index = 0; index < count; index++)
        {
            await producer.PutAsync(RowOf(customerId, index, status?.Invoke(index) ?? OrderStatus.Placed));
        }
    }

    private static CustomerRow RowOf(string customerId, int index, OrderStatus status, string generation = "a") =>
        new(new(customerId, $"ORD-{index}", 1, status, 10, FakeTime.Start.AddHours(index), FakeTime.Start.AddHours(index).AddMinutes(1)), generation);
}

/// <summary>A row of the list in one generation.</summary>
internal sealed record CustomerRow(CustomerOrder Order, string Generation)
{
    public Dictionary<string, AttributeValue> Attributes()
    {
        var key = Order.Key(Generation);
        return new(Order.Attributes())
        {
            [CustomerOrderColumns.Customer] = new() { S = key.Partition },
            [CustomerOrderColumns.Order] = new() { S = key.Sort },
        };
    }
}

internal static class CustomerRows
{
    public static Task PutAsync(this ProducerHost producer, CustomerRow row) => producer.PutAsync(Topology.CustomerOrdersTable, row.Attributes());
}
