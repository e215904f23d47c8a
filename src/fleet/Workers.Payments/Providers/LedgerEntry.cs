using Workers.Partners;

namespace Workers.Payments.Providers;

/// <summary>What the simulated provider has booked under one key.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Kind">What it was.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Amount">How much.</param>
/// <param name="Time">When.</param>
internal sealed record LedgerEntry(string Key, LedgerKind Kind, string OrderId, decimal Amount, DateTimeOffset Time)
    : IKeyedEntry<LedgerEntry>
{
    /// <summary>How often the key came again.</summary>
    public int Repeats { get; private init; }

    public LedgerEntry Repeated() => this with { Repeats = Repeats + 1 };
}

/// <summary>What can be booked.</summary>
internal enum LedgerKind
{
    /// <summary>A customer was charged.</summary>
    Charge,

    /// <summary>A charge was given back.</summary>
    Refund,

    /// <summary>A charge was declined; no money moved.</summary>
    Decline,
}
