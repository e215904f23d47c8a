using Workers.Contracts.Events;

namespace Workers.Tests.Inventory;

/// <summary>What other workers say of an order.</summary>
internal static class Facts
{
    public static OrderCancellationDecided Cancelled(string orderId, string customerId = "customer-1") =>
        new(orderId, customerId, Amount: 10m, "changed my mind", Messages.Now, Messages.Now, Version: 2);

    public static OrderFailed Failed(string orderId, OrderStage stage = OrderStage.Payment, string customerId = "customer-1") =>
        new(orderId, customerId, stage, "no luck", Amount: 10m, CompensationRequired: [], Messages.Now, Messages.Now, Version: 3);

    public static ShipmentCreated Shipped(string orderId, string customerId = "customer-1") =>
        new(orderId, customerId, $"ship-{orderId}", "a carrier", $"track-{orderId}", Messages.Now);
}
