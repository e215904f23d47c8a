using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>An envelope whose detail is not yet read.</summary>
/// <param name="envelope">The members of the envelope.</param>
/// <param name="messageId">SQS's id.</param>
/// <param name="name">Source and detail-type, as they arrived.</param>
/// <param name="time">The envelope's time, where it has one.</param>
/// <param name="detail">The detail as UTF-8: whatever JSON value it is; empty where there is none.</param>
internal readonly ref struct RawEvent(
    scoped in JsonMembers envelope, string messageId, EventName name, DateTimeOffset? time, ReadOnlySpan<byte> detail)
{
    private readonly JsonMembers _envelope = envelope;

    public EventName Name { get; } = name;

    public DateTimeOffset? Time { get; } = time;

    public ReadOnlySpan<byte> Detail { get; } = detail;

    /// <summary>The detail's metadata, where it was seen already; empty where it must be looked for.</summary>
    public ReadOnlySpan<byte> Metadata => _envelope.Inner;

    /// <summary>EventBridge's id, else SQS's: what an event is known by that brings no id of its own. Most do, so it is read on demand.</summary>
    /// <exception cref="PoisonEventException">It is no Unicode.</exception>
    public string Id() => _envelope.Id(EnvelopeReader.Id) ?? messageId;

    /// <summary>The same for a reason, where an id that cannot be read is none.</summary>
    public string AnyId()
    {
        try
        {
            return Id();
        }
        catch (PoisonEventException)
        {
            return messageId;
        }
    }
}
