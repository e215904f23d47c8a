namespace Workers.Contracts;

/// <summary>The errors by which a worker's answer fails a step of the state machine: what was decided, and is not asked again.</summary>
public static class WorkflowErrors
{
    /// <summary>The order's units cannot be reserved; Reservation Failed says so.</summary>
    public const string InsufficientStock = "InsufficientStock";

    /// <summary>The order is none that can be fulfilled, and nothing was done for it; Order Refused says so.</summary>
    public const string OrderRefused = "OrderRefused";

    /// <summary>The customer's payment was declined; Payment Failed says so.</summary>
    public const string PaymentDeclined = "PaymentDeclined";

    /// <summary>The carrier does not take the order; Shipping Failed says so.</summary>
    public const string ShippingFailed = "ShippingFailed";
}
