using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Orders.Views;

/// <summary>What the orders worker says of one order, a minute apart.</summary>
internal static class ViewEvents
{
    private static readonly OrderItem[] Items = [new("LAPTOP", 1, 90m)];

    public static OrderRecorded Recorded { get; } =
        new("ORD-1", "CUST-1", Items, 90m, 6m, 4m, Amount: 100m, PlacedAt: FakeTime.Start, Version: 1);

    public static OrderPaid Paid { get; } =
        new("ORD-1", "CUST-1", Amount: 101m, "PAY-1", Items, FakeTime.Start, At(1), Version: 4);

    public static OrderCompleted Completed { get; } = new("ORD-1", "CUST-1", Amount: 101m, "SHIP-1", Elapsed: 120.5m, FakeTime.Start, At(2), Version: 6);

    public static OrderFailed Failed { get; } =
        new("ORD-1", "CUST-1", OrderStage.Payment, "declined", Amount: 100m, [], FakeTime.Start, At(3), Version: 3);

    public static OrderCancellationDecided Cancelled { get; } =
        new("ORD-1", "CUST-1", Amount: 100m, "changed my mind", FakeTime.Start, At(4), Version: 3);

    /// <summary>The event that a property here is named after.</summary>
    public static IEventDetail Named(string name) => (IEventDetail)typeof(ViewEvents).GetProperty(name)!.GetValue(null)!;

    private static DateTimeOffset At(int minute) => FakeTime.Start.AddMinutes(minute);
}
