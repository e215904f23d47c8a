using Workers.Effects.Decisions;
using Workers.Events.Publishing;

namespace Workers.Effects.Rehearsals;

/// <summary>What would become of a message.</summary>
/// <param name="Problem">Why no handler would get it: it cannot be read, or nobody handles its event; null where one would.</param>
/// <param name="Handlers">What each handler of its event would do; those that only measure it are left out.</param>
public sealed record RehearsedMessage(string? Problem, IReadOnlyList<RehearsedHandler> Handlers);

/// <summary>What one handler would do about a message.</summary>
/// <param name="Handler">Its name.</param>
/// <param name="Outcome">What would come of it.</param>
public sealed record RehearsedHandler(string Handler, RehearsalOutcome Outcome)
{
    /// <summary>Why it would fail, reject or be refused; null where it would not.</summary>
    public string? Problem { get; init; }

    /// <summary>What it would throw; null where it would not.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The row that remembers its effect; null where it was not rehearsed.</summary>
    public ItemKey? Marker { get; init; }

    /// <summary>The items that it asked for, as they stand; null for one that is not there.</summary>
    public IReadOnlyDictionary<ItemKey, Item?> Read { get; init; } = new Dictionary<ItemKey, Item?>();

    /// <summary>What it would write beside its marker.</summary>
    public IReadOnlyList<Write> Writes { get; init; } = [];

    /// <summary>What was published when its effect happened; null where it has not.</summary>
    public IReadOnlyList<OutgoingEvent>? EmittedBefore { get; init; }

    /// <summary>What it would publish; of an effect that has happened, what was stored with it.</summary>
    public IReadOnlyList<OutgoingEvent> Emits { get; init; } = [];
}

/// <summary>What would come of a handler's call.</summary>
public enum RehearsalOutcome
{
    /// <summary>It decides, and all conditions of its writes hold.</summary>
    Decides,

    /// <summary>Its effect has happened before: its events would be published again, and nothing be written.</summary>
    AlreadyDone,

    /// <summary>It rejects the message.</summary>
    Rejects,

    /// <summary>It throws, or its decision breaks a rule of decisions.</summary>
    Fails,

    /// <summary>It decides, and a condition of its writes does not hold of the items as they stand: it would be asked again, and wait.</summary>
    Refused,

    /// <summary>Its effect is elsewhere. It was not asked.</summary>
    NotRehearsed,
}
