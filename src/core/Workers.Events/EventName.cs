namespace Workers.Events;

/// <summary>What EventBridge routes by: who says it, and what is said.</summary>
/// <param name="Source">The envelope's <c>source</c>, for example <c>ecommerce.orders</c>.</param>
/// <param name="DetailType">The envelope's <c>detail-type</c>, for example <c>Order Placed</c>.</param>
public readonly record struct EventName(string Source, string DetailType)
{
    /// <summary>Stands in <see cref="Source"/> for whoever states the event.</summary>
    public const string AnySource = "*";

    /// <summary>Source and detail-type, for logs and error messages.</summary>
    public override string ToString() => $"{Source}/{DetailType}";
}
