using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Payments.Providers;
using Columns = Workers.Contracts.Tables.PaymentColumns;

namespace Workers.Payments.Stores;

/// <summary>An order's payment, as its row of the <c>payments</c> table says.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="State">What became of it.</param>
/// <param name="StartedAt">When the row came to be: the first charge, or the tombstone.</param>
internal sealed record Payment(string OrderId, PaymentState State, DateTimeOffset StartedAt)
{
    /// <summary>The payment's own id, which follows from the order.</summary>
    public string PaymentId { get; } = DerivedId.OfPayment(OrderId);

    /// <summary>Whose it is; empty of a Void one.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>What is charged; 0 of a Void one.</summary>
    public decimal Amount { get; init; }

    /// <summary>How the order's steps are led; null: choreographed.</summary>
    public string? Fulfilment { get; init; }

    /// <summary>The provider's own id of the charge, once there is one.</summary>
    public string? Reference { get; init; }

    /// <summary>The provider's code, where it declined.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>Why it was declined, where it was.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was charged or declined.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When it was given back.</summary>
    public DateTimeOffset? RefundedAt { get; init; }

    /// <summary>What the provider is asked, the same at every try.</summary>
    public Charge ToCharge() => new(OrderId, CustomerId, PaymentId, Amount);

    /// <summary>What the provider is asked to give back, the same at every try.</summary>
    public Refund ToRefund() => new(OrderId, PaymentId, Amount, Reference ?? "");

    /// <summary>Reads a row.</summary>
    public static Payment Find(Item row) =>
        new(row.Text(Columns.OrderId)!, Enum.Parse<PaymentState>(row.Text(Columns.State)!), row.Time(Columns.StartedAt)!.Value)
        {
            CustomerId = row.Text(Columns.CustomerId) ?? "",
            Amount = row.Number(Columns.Amount) ?? 0,
            Fulfilment = row.Text(Columns.Fulfilment),
            Reference = row.Text(Columns.Reference),
            DeclineCode = row.Text(Columns.DeclineCode),
            Reason = row.Text(Columns.Reason),
            SettledAt = row.Time(Columns.SettledAt),
            RefundedAt = row.Time(Columns.RefundedAt),
        };
}
