namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>payments</c> table, which the payments worker writes.</summary>
public static class PaymentColumns
{
    /// <summary>The key: an order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>What became of its payment, as text: Charging, Charged, Declined, Refunding, Refunded or Void.</summary>
    public const string State = "state";

    /// <summary>The payment, as text; absent of a Void one.</summary>
    public const string PaymentId = "paymentId";

    /// <summary>Whose it is, as text; absent of a Void one.</summary>
    public const string CustomerId = "customerId";

    /// <summary>What is charged, as a number; absent of a Void one.</summary>
    public const string Amount = "amount";

    /// <summary>How the order's steps are led, as text; absent: choreographed.</summary>
    public const string Fulfilment = "fulfilment";

    /// <summary>The provider's own id of the charge, as text; absent until there is one.</summary>
    public const string Reference = "reference";

    /// <summary>The provider's code, as text; absent unless it declined.</summary>
    public const string DeclineCode = "declineCode";

    /// <summary>Why it was declined, as text; absent unless it was.</summary>
    public const string Reason = "reason";

    /// <summary>When it was first asked for, as text.</summary>
    public const string StartedAt = "startedAt";

    /// <summary>When it was charged or declined, as text.</summary>
    public const string SettledAt = "settledAt";

    /// <summary>When it was given back, as text.</summary>
    public const string RefundedAt = "refundedAt";
}
