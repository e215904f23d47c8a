using Workers.Events;

namespace Workers.Effects.Decisions;

/// <summary>What a handler decided: writes that are committed all or none, with the message's marker, and events that it emits.</summary>
/// <param name="Writes">At most 99, at most one per item: a transaction has 100 actions and the marker is one.</param>
/// <param name="Emits">Published after the commit.</param>
public sealed record Decision(IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits)
{
    /// <summary>Nothing to write: the marker alone, which remembers that the message was decided.</summary>
    public static Decision Nothing { get; } = new([], []);

    /// <summary>Why the message can never be handled; null where it can.</summary>
    public string? RejectReason { get; private init; }

    /// <summary>Writes without events.</summary>
    public static Decision Commit(params IReadOnlyList<Write> writes) => new(writes, []);

    /// <summary>
    /// Never: the message goes to the dead-letter queue with this reason. Nothing is written, the marker neither, so that the message
    /// is decided afresh when somebody sends it back. It stands only where the items read were committed and no marker exists.
    /// </summary>
    /// <param name="reason">Why, without payload or secrets.</param>
    public static Decision Reject(string reason) => Nothing with { RejectReason = reason };

    /// <summary>The same, emitting more events.</summary>
    public Decision Emit(params IReadOnlyList<Emission> emits) => this with { Emits = [.. Emits, .. emits] };
}

/// <summary>An event that a decision emits. It is stored with the marker, and published after the commit until it is on the bus.</summary>
/// <param name="Detail">What to say.</param>
/// <param name="Key">
/// Tells emissions of one message apart: an orderId, productId or notificationId. With the causing event, the handler and
/// the event's name it makes the event id, so emitting twice is one event.
/// </param>
public sealed record Emission(IEventDetail Detail, string Key)
{
    /// <summary>
    /// Whether name and key alone make the event's id: it is one event whoever tells it, and upon what. So is a fact that follows from a
    /// row, and that everybody who asks is told again; it must then always say the same.
    /// </summary>
    /// <value>No.</value>
    public bool IsFact { get; init; }

    /// <summary>Whether it is told by the way: it is no step towards an answer, and does not carry the task token of its cause.</summary>
    /// <value>No.</value>
    public bool IsAside { get; init; }

    /// <summary>How the steps of its chain are led, where that is known better than the cause says.</summary>
    /// <value>Null: as the cause says.</value>
    public string? Fulfilment { get; init; }

    /// <summary>A fact, see <see cref="IsFact"/>.</summary>
    public static Emission OfFact(IEventDetail detail, string key) => new(detail, key) { IsFact = true };
}
