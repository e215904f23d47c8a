namespace Workers.Console.Orders;

/// <summary>One way that an event was to go: by a rule, over a queue, to a handler.</summary>
/// <param name="Rules">The rules that put it on the queue.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Worker">The worker that empties it.</param>
/// <param name="Handler">The handler.</param>
/// <param name="State">What became of it.</param>
public sealed record Branch(string Rules, string Queue, string Worker, string Handler, BranchState State)
{
    /// <summary>When the handler had done it, to the second; null where that is not known.</summary>
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>The build that did it: as the history has it, or the only one that runs; null where that is not known.</summary>
    public string? Build { get; init; }

    /// <summary>The events that it emitted, by their ids.</summary>
    public IReadOnlyList<string> Emitted { get; init; } = [];

    /// <summary>What else is to be said, for example why a letter is dead.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it should have been taken by now: it is a dead letter, or nobody took it in its time.</summary>
    public bool IsDue { get; init; }

    /// <summary>Where more is to be seen; null for nowhere.</summary>
    public string? Href { get; init; }
}

/// <summary>What became of a branch.</summary>
public enum BranchState
{
    /// <summary>There is a marker: its effect has happened.</summary>
    Handled,

    /// <summary>There is none: nobody has handled it, or nobody has yet.</summary>
    Missing,

    /// <summary>There is none, and the event is a dead letter.</summary>
    Dead,

    /// <summary>The handler leaves no marker under a key that is known here.</summary>
    Untold,
}
