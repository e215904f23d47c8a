using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A purchase came soon after a view or a click of its session; told once for each purchase.</summary>
/// <param name="PurchaseEventId">The id of the event that told the purchase.</param>
/// <param name="UserId">Who bought.</param>
/// <param name="SessionId">In which session of theirs.</param>
/// <param name="Timestamp">When they bought.</param>
/// <param name="OrderValue">What it was worth, where the producer says so.</param>
/// <param name="Currency">In which currency; absent, it is the house's.</param>
/// <param name="Value">What it was worth in the house's currency, where there is a rate.</param>
/// <param name="ValueCurrency">The house's currency, where there is a value in it.</param>
/// <param name="ValueTier">How much that is, by name.</param>
public sealed record ConversionRecorded(
    [property: Id] string PurchaseEventId,
    [property: Id] string UserId,
    [property: Id] string SessionId,
    DateTimeOffset Timestamp,
    [property: Money] decimal? OrderValue = null,
    [property: Currency] string? Currency = null,
    [property: Money] decimal? Value = null,
    [property: Currency] string? ValueCurrency = null,
    [property: Id] string? ValueTier = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
