namespace Workers.Operations.Replaying;

/// <summary>A replay, as EventBridge tells of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">EventBridge's word for its state; PLANNED where this was a dry run.</param>
/// <param name="From">The window's beginning.</param>
/// <param name="To">Its end.</param>
/// <param name="Rules">The rules that get the events, prefix included; empty for all.</param>
/// <param name="ArchiveEvents">How many events the archive holds in all, as EventBridge counts them; it tells no count of a replay.</param>
/// <param name="LastReplayed">The time of the last event that was replayed; null where there was none.</param>
/// <param name="Reason">What EventBridge says of the state.</param>
internal sealed record ReplayAnswer(
    string Name,
    string State,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<string> Rules,
    long? ArchiveEvents = null,
    DateTimeOffset? LastReplayed = null,
    string? Reason = null);
