using Workers.Contracts.Events;

namespace Workers.Contracts.Tables;

/// <summary>What the order board counts, by the time at which it happened.</summary>
public static class OrderBoardMetric
{
    /// <summary>Orders placed.</summary>
    public const string Placed = "placed";

    /// <summary>Orders paid.</summary>
    public const string Paid = "paid";

    /// <summary>Orders completed: also how many times <see cref="ShippedSeconds"/> adds up.</summary>
    public const string Completed = "completed";

    /// <summary>Orders cancelled.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The seconds from placed to shipped, added up over the orders completed.</summary>
    public const string ShippedSeconds = "shipped-seconds";

    /// <summary>What stands before the stage of failed orders, for example <c>failed-payment</c>.</summary>
    public const string FailedPrefix = "failed-";

    /// <summary>The sort key of an order's own row, which has a time per milestone that was counted.</summary>
    public const string Counted = "counted";

    /// <summary>Orders that failed at a stage.</summary>
    public static string Failed(OrderStage stage) => FailedPrefix + stage switch
    {
        OrderStage.Reservation => "reservation",
        OrderStage.Payment => "payment",
        OrderStage.Shipping => "shipping",
        OrderStage.Deadline => "deadline",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
