using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

public sealed class WhenACarrierDelivers(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Fact]
    public async Task The_order_s_delivery_is_published_once_however_often_it_is_told()
    {
        await ShipAsync("ship-1", "Created");
        var before = producer.Bus.Taken.Count;

        var (status, first) = await producer.PostAsync("/shipments/ship-1/delivered", new { });
        using var withoutBody = await producer.SendAsync(HttpMethod.Post, "/shipments/ship-1/delivered", null);
        var (_, second) = await producer.PostAsync("/shipments/ship-1/delivered", new { }, "another key");

        Assert.Equal((202, 202), (status, (int)withoutBody.StatusCode));
        Assert.True(JsonNode.DeepEquals(first, second));
        Assert.Equal(before + 1, producer.Bus.Taken.Count);
        Assert.Equal("Shipment Delivered", producer.Bus.Taken[^1].Name.DetailType);
        Assert.Equal(
            ("ORD-ship-1", "CUST-1", "ship-1"),
            ((string?)producer.Bus.LastDetail["orderId"], (string?)producer.Bus.LastDetail["customerId"], (string?)producer.Bus.LastDetail["shipmentId"]));
        Assert.NotNull(producer.Bus.LastDetail["timestamp"]);
    }

    [Theory]
    [InlineData("Requesting")]
    [InlineData("Refused")]
    [InlineData("Void")]
    public async Task What_no_carrier_has_is_a_conflict(string state)
    {
        await ShipAsync($"ship-{state}", state);

        Assert.Equal(409, (await producer.PostAsync($"/shipments/ship-{state}/delivered", new { })).Status);
    }

    [Theory]
    [InlineData("ship-none")]
    [InlineData("no id")]
    public async Task A_shipment_that_there_is_not_is_not_found(string shipmentId) =>
        Assert.Equal(404, (await producer.PostAsync($"/shipments/{shipmentId}/delivered", new { })).Status);

    [Fact]
    public async Task A_field_that_nobody_reads_is_refused()
    {
        await ShipAsync("ship-field", "Created");

        Assert.Equal(400, (await producer.PostAsync("/shipments/ship-field/delivered", new { deliveredAt = "2020-01-01T00:00:00Z" })).Status);
    }

    private Task ShipAsync(string shipmentId, string state) => producer.PutAsync(Topology.ShipmentsTable, new()
    {
        [ShipmentColumns.ShipmentId] = new() { S = shipmentId },
        [ShipmentColumns.OrderId] = new() { S = $"ORD-{shipmentId}" },
        [ShipmentColumns.CustomerId] = new() { S = "CUST-1" },
        [ShipmentColumns.State] = new() { S = state },
    });
}
