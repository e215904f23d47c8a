using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenForeignStockArrives
{
    private static readonly DateTimeOffset Timestamp = new(2024, 1, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_restock_adds() =>
        Assert.Equal(new InventoryUpdated("LAPTOP-001", Restock: 20, Timestamp: Timestamp), Read(ForeignDetails.InventoryUpdated));

    [Theory]
    [InlineData("""{"item_id":"P","quantity":0,"action":"set"}""")]
    [InlineData("""{"item_id":"P","quantity":0,"action":null}""")]
    [InlineData("""{"item_id":"P","quantity":0}""")]
    public void A_set_replaces_and_is_the_default(string detail) =>
        Assert.Equal(new InventoryUpdated("P", CurrentStock: 0), Read(detail));

    [Theory]
    [InlineData("{}", "item_id: is required")]
    [InlineData("""{"item_id":"P"}""", "quantity: is required")]
    [InlineData("""{"item_id":"P","quantity":1,"action":"remove"}""", "action: must be restock or set")]
    [InlineData("""{"item_id":"P","quantity":1,"action":7}""", "action: must be text")]
    [InlineData("""{"item_id":"P","quantity":-1}""", "currentStock: must be from 0 to 1,000,000,000")]
    [InlineData("""{"item_id":"P","quantity":0,"action":"restock"}""", "restock: must be from 1 to 1,000,000,000")]
    public void What_is_malformed_is_told(string detail, string problem) =>
        Poison.Told(EventNames.ForeignInventoryUpdated, detail, problem);

    private static object Read(string detail) =>
        EventCatalog.Build().Read(Bodies.Envelope(EventNames.ForeignInventoryUpdated, detail), "M1").Detail;
}
