using Workers.Partners;

namespace Workers.Payments.Providers;

/// <summary>
/// Who charges customers. Each call has a key that follows from the order; a repeat under it is answered as the first call was, and moves
/// no money.
/// </summary>
internal interface IPaymentProvider
{
    /// <summary>Charges a customer, or says what became of the charge when this key was first used.</summary>
    /// <exception cref="PartnerDownException">Nobody knows; ask again later.</exception>
    /// <exception cref="PartnerRefusedException">It can never be asked so.</exception>
    Task<ChargeAnswer> ChargeAsync(Charge charge, CancellationToken cancellationToken);

    /// <summary>Gives a charge back. Returns when the provider has said yes.</summary>
    /// <exception cref="PartnerDownException">Nobody knows; ask again later.</exception>
    /// <exception cref="PartnerRefusedException">The provider will not.</exception>
    Task RefundAsync(Refund refund, CancellationToken cancellationToken);
}

/// <summary>What a customer owes for an order.</summary>
internal sealed record Charge(string OrderId, string CustomerId, string PaymentId, decimal Amount)
{
    /// <summary>The idempotency key.</summary>
    public string Key { get; init; } = $"{OrderId}/{EffectParts.Charge}";
}

/// <summary>What is given back of an order.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="PaymentId">Which payment.</param>
/// <param name="Amount">How much: all of it.</param>
/// <param name="Reference">The provider's own id of the charge.</param>
internal sealed record Refund(string OrderId, string PaymentId, decimal Amount, string Reference)
{
    /// <summary>The idempotency key.</summary>
    public string Key { get; init; } = $"{OrderId}/{EffectParts.Refund}";
}

/// <summary>What a provider says to a charge. A decline is an answer like any other.</summary>
internal abstract record ChargeAnswer
{
    private ChargeAnswer()
    {
    }

    /// <summary>Yes.</summary>
    /// <param name="Reference">The provider's own id of the charge.</param>
    internal sealed record Charged(string Reference) : ChargeAnswer;

    /// <summary>No: nothing was charged.</summary>
    /// <param name="Code">The provider's code.</param>
    /// <param name="Reason">Why, in words.</param>
    internal sealed record Declined(string Code, string Reason) : ChargeAnswer;
}
