using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

public sealed class WhenACustomerIsRead(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private const string At = "2026-01-15T10:00:00.0000000Z";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Their_profile_is_told_whole()
    {
        await producer.PutAsync(Topology.CustomersTable, new()
        {
            [CustomerColumns.CustomerId] = new() { S = "ADA" },
            [CustomerColumns.Email] = new() { S = "ada@example.com" },
            [CustomerColumns.Name] = new() { S = "Ada" },
            [CustomerColumns.RegisteredAt] = new() { S = At },
            [CustomerColumns.WelcomedAt] = new() { S = At },
            [CustomerColumns.RemindAt] = new() { S = At },
            [CustomerColumns.FirstOrderId] = new() { S = "ORD-1" },
            [CustomerColumns.FirstOrderAt] = new() { S = At },
            [CustomerColumns.OrdersPlaced] = new() { N = "2" },
            [CustomerColumns.PlacedValue] = new() { N = "69.98" },
            [CustomerColumns.OrdersCompleted] = new() { N = "1" },
            [CustomerColumns.CompletedValue] = new() { N = "59.98" },
        });

        await IsAsync("ADA", $$$"""
            {"customerId":"ADA","email":"ada@example.com","name":"Ada","registeredAt":"{{{At}}}","firstOrder":{"orderId":"ORD-1","placedAt":"{{{At}}}"},
             "orders":{"placed":2,"placedValue":69.98,"completed":1,"completedValue":59.98},
             "onboarding":{"welcomedAt":"{{{At}}}","remindAt":"{{{At}}}"}}
            """);
    }

    [Fact]
    public async Task Somebody_who_has_only_ordered_has_one_too()
    {
        await producer.PutAsync(Topology.CustomersTable, new()
        {
            [CustomerColumns.CustomerId] = new() { S = "BOB" },
            [CustomerColumns.OrdersCompleted] = new() { N = "1" },
            [CustomerColumns.CompletedValue] = new() { N = "5" },
        });

        await IsAsync("BOB", """{"customerId":"BOB","orders":{"placed":0,"placedValue":0,"completed":1,"completedValue":5}}""");
    }

    [Theory]
    [InlineData("NOBODY")]
    [InlineData("no id")]
    public async Task Somebody_who_is_not_known_is_not_found(string customerId)
    {
        using var response = await producer.SendAsync(HttpMethod.Get, $"/customers/{customerId}", null);

        Assert.Equal(404, (int)response.StatusCode);
    }

    private async Task IsAsync(string customerId, string expected)
    {
        var profile = await producer.Http.GetFromJsonAsync<JsonObject>($"/customers/{customerId}", Cancellation);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), profile), profile!.ToJsonString());
    }
}
