using Workers.Contracts.Events;
using Workers.Inventory.Handlers;

namespace Workers.Tests.Inventory;

public sealed class WhenOneEventIdStandsForTwoOrders
{
    private readonly OrderPlacedHandler _handler = new();

    [Fact]
    public void Each_is_decided_by_itself() =>
        Assert.NotEqual(OncePer(Order("ORD-1", "ALICE", 10m)), OncePer(Order("ORD-2", "ALICE", 10m)));

    [Theory]
    [InlineData("BOB", 10)]
    [InlineData("ALICE", 11)]
    public void So_is_another_order_under_the_same_order_id(string customerId, int amount) =>
        Assert.NotEqual(OncePer(Order("ORD-1", "ALICE", 10m)), OncePer(Order("ORD-1", customerId, amount)));

    [Fact]
    public void The_same_order_is_decided_once_in_whatever_order_its_lines_stand()
    {
        var one = Order("ORD-1", "ALICE", 10m);
        var other = one with { Amount = 10.00m, Items = [.. one.Items.Reverse()] };

        Assert.Equal(OncePer(one), OncePer(other));
        Assert.True(OrderUnits.AreSame(one.Products, other.Products));
    }

    private string OncePer(OrderPlaced order) => _handler.OncePer(Messages.Of(order));

    private static OrderPlaced Order(string orderId, string customerId, decimal amount) =>
        new(orderId, customerId, [new("LAPTOP", 1), new("MOUSE", 2)], amount);
}
