using Workers.Effects.Decisions;

namespace Workers.Effects.Committing;

/// <summary>A message on its way to a committed decision, its event's type closed over.</summary>
/// <param name="Cause">The handler and the event.</param>
/// <param name="Redelivered">Whether SQS has handed the message out before: then its effect may have happened already.</param>
/// <param name="Reads">The items that the decision depends on.</param>
/// <param name="Decide">The handler's decision; may be asked any number of times.</param>
internal sealed record Undecided(
    Cause Cause,
    bool Redelivered,
    IReadOnlyCollection<ItemKey> Reads,
    Func<Items, Decision> Decide);
