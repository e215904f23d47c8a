using System.Diagnostics;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Payments.Stores;

namespace Workers.Payments.Handlers;

/// <summary>What a payment's row has to tell. It follows from the row alone, times included, so a repeat tells the same.</summary>
internal static class PaymentEvents
{
    /// <summary>What became of the charge; nothing where there was none.</summary>
    public static IReadOnlyList<Emission> OfCharge(Payment payment) => payment.State switch
    {
        PaymentState.Charged or PaymentState.Refunding or PaymentState.Refunded => [Fact(payment, Processed(payment))],
        PaymentState.Declined => [Fact(payment, Failed(payment))],
        PaymentState.Void => [],
        _ => throw new UnreachableException($"A charge ended with its payment {payment.State}."),
    };

    /// <summary>What was given back; nothing where nothing had to be.</summary>
    public static IReadOnlyList<Emission> OfRefund(Payment payment) => payment.State switch
    {
        PaymentState.Refunded => [Fact(payment, Refunded(payment))],
        PaymentState.Declined or PaymentState.Void => [],
        _ => throw new UnreachableException($"A refund ended with its payment {payment.State}."),
    };

    private static Emission Fact(Payment payment, IEventDetail detail) => Emission.OfFact(detail, payment.OrderId);

    private static PaymentProcessed Processed(Payment payment) =>
        new(payment.OrderId, payment.PaymentId, payment.CustomerId, payment.Amount, payment.SettledAt);

    private static PaymentFailed Failed(Payment payment) => new(
        payment.OrderId,
        payment.Reason!,
        payment.DeclineCode,
        payment.CustomerId,
        payment.Amount,
        payment.PaymentId,
        payment.SettledAt);

    private static PaymentRefunded Refunded(Payment payment) =>
        new(payment.OrderId, payment.CustomerId, payment.PaymentId, payment.Amount, payment.RefundedAt);
}
