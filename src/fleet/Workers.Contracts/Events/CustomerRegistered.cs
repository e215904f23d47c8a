using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A customer has a profile since they registered, and is being welcomed. Told once per customer.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="RegisteredAt">When they registered.</param>
/// <param name="RemindAt">When it is looked at whether they have ordered.</param>
/// <param name="Email">Where they are written to, where they said so.</param>
/// <param name="Name">What they are called, where they said so.</param>
public sealed record CustomerRegistered(
    [property: Id] string CustomerId,
    DateTimeOffset RegisteredAt,
    [property: DueTime] DateTimeOffset RemindAt,
    [property: Email] string? Email = null,
    [property: Name] string? Name = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => RegisteredAt;
}
