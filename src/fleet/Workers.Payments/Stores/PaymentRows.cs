using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Columns = Workers.Contracts.Tables.PaymentColumns;

namespace Workers.Payments.Stores;

/// <summary>
/// The <c>payments</c> table. Each method makes one step, on condition that the row is where the step begins, and returns the payment as
/// the row then says: where somebody else was first, as they left it.
/// </summary>
internal sealed class PaymentRows(IConditionalWrites writes, PaymentsMetrics metrics, TimeProvider time)
{
    /// <summary>Notes that an order is going to be charged, unless it has a row.</summary>
    public Task<Payment> BeginAsync(
        string orderId, string customerId, decimal amount, string? fulfilment, CancellationToken cancellationToken) =>
        InsertAsync(
            new Payment(orderId, PaymentState.Charging, time.GetUtcNow())
            {
                CustomerId = customerId,
                Amount = amount,
                Fulfilment = fulfilment,
            },
            row => row
                .With(Columns.PaymentId, DerivedId.OfPayment(orderId))
                .With(Columns.CustomerId, customerId)
                .With(Columns.Amount, amount),
            cancellationToken);

    /// <summary>Notes that an order is never going to be charged, unless it has a row.</summary>
    public Task<Payment> VoidAsync(string orderId, string? fulfilment, CancellationToken cancellationToken) =>
        InsertAsync(
            new Payment(orderId, PaymentState.Void, time.GetUtcNow()) { Fulfilment = fulfilment }, row => row, cancellationToken);

    /// <summary>Charging to Charged: the provider said yes.</summary>
    public Task<Payment> ChargedAsync(Payment charging, string reference, CancellationToken cancellationToken) =>
        MoveAsync(
            charging,
            charging with { State = PaymentState.Charged, Reference = reference, SettledAt = time.GetUtcNow() },
            cancellationToken);

    /// <summary>Charging to Declined: the provider said no.</summary>
    public Task<Payment> DeclinedAsync(Payment charging, string code, string reason, CancellationToken cancellationToken) =>
        MoveAsync(
            charging,
            charging with { State = PaymentState.Declined, DeclineCode = code, Reason = reason, SettledAt = time.GetUtcNow() },
            cancellationToken);

    /// <summary>Charged to Refunding: the provider is going to be asked to give it back.</summary>
    public Task<Payment> RefundingAsync(Payment charged, CancellationToken cancellationToken) =>
        MoveAsync(charged, charged with { State = PaymentState.Refunding }, cancellationToken);

    /// <summary>Refunding to Refunded: the provider has given it back.</summary>
    public Task<Payment> RefundedAsync(Payment refunding, CancellationToken cancellationToken) =>
        MoveAsync(refunding, refunding with { State = PaymentState.Refunded, RefundedAt = time.GetUtcNow() }, cancellationToken);

    private async Task<Payment> InsertAsync(Payment payment, Func<Item, Item> fill, CancellationToken cancellationToken)
    {
        var row = Item.Empty
            .With(Columns.State, payment.State.ToString())
            .With(Columns.StartedAt, payment.StartedAt)
            .With(Columns.Fulfilment, payment.Fulfilment);
        return After(await writes.TryWriteAsync([Write.Insert(Key(payment.OrderId), fill(row))], cancellationToken), payment);
    }

    private async Task<Payment> MoveAsync(Payment from, Payment to, CancellationToken cancellationToken)
    {
        var step = Write.Update(Key(from.OrderId))
            .When(Condition.Is(Columns.State, from.State.ToString()))
            .Set(Columns.State, to.State.ToString())
            .Set(Columns.Reference, to.Reference)
            .Set(Columns.DeclineCode, to.DeclineCode)
            .Set(Columns.Reason, to.Reason)
            .Set(Columns.SettledAt, to.SettledAt)
            .Set(Columns.RefundedAt, to.RefundedAt);
        var result = await writes.TryWriteAsync([step], cancellationToken);
        if (result.IsWritten)
        {
            metrics.Became(to.State);
        }

        return After(result, to);
    }

    private static ItemKey Key(string orderId) => new(Topology.PaymentsTable, Columns.OrderId, orderId);

    private static Payment After(WriteResult result, Payment written) => result switch
    {
        { IsWritten: true } => written,
        { Existing: { } row } => Payment.Find(row),
        _ => throw new InvalidOperationException($"The payment of order {written.OrderId} is gone: somebody deleted its row meanwhile."),
    };
}
