using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>It is time to write to a new customer. Each step comes once per customer.</summary>
/// <param name="CustomerId">To whom.</param>
/// <param name="Step">What about.</param>
/// <param name="Timestamp">When it was due.</param>
/// <param name="Email">Where to, where they said so.</param>
/// <param name="Name">What they are called, where they said so.</param>
public sealed record OnboardingStepDue(
    [property: Id] string CustomerId,
    OnboardingStep Step,
    DateTimeOffset Timestamp,
    [property: Email] string? Email = null,
    [property: Name] string? Name = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}

/// <summary>What a new customer is written about.</summary>
public enum OnboardingStep
{
    /// <summary>At once: a welcome.</summary>
    Welcome,

    /// <summary>After a while, where they have ordered nothing: a reminder that they could.</summary>
    FirstOrder,
}
