namespace Workers.Effects.Decisions;

/// <summary>
/// What a handler decided: the writes it wants, committed all or none with the message's marker, and the events it
/// emits.
/// </summary>
/// <param name="Writes">At most 99, at most one per item: a transaction has 100 actions and the marker is one.</param>
/// <param name="Emits">Published after the commit.</param>
public sealed record Decision(IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits)
{
    /// <summary>Nothing to write: the marker alone, which remembers that the message was decided.</summary>
    public static Decision Nothing { get; } = new([], []);

    /// <summary>Writes without events.</summary>
    public static Decision Commit(params IReadOnlyList<Write> writes) => new(writes, []);

    /// <summary>The same, emitting more events.</summary>
    public Decision Emit(params IReadOnlyList<Emission> emits) => this with { Emits = [.. Emits, .. emits] };
}
