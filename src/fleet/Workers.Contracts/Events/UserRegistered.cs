using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Somebody has opened an account.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="Email">Where they want to be written to, where they said so.</param>
/// <param name="Name">What they are called, where they said so.</param>
/// <param name="Timestamp">When.</param>
public sealed record UserRegistered(
    [property: Id] string CustomerId,
    [property: Email] string? Email = null,
    [property: Name] string? Name = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
