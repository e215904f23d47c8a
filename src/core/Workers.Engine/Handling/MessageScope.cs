using System.Collections;
using System.Diagnostics;
using Workers.Engine.Queues;
using Workers.Events.Reading;
using Workers.Events.Telemetry;

namespace Workers.Engine.Handling;

/// <summary>
/// The ids that each log line of a message's handling carries: the message's from the start, the event's and its trace's once it is
/// read, or as far as it can be. The span is the one that handles the message; the one that made the event where nobody traces here.
/// </summary>
internal sealed class MessageScope(string queue, ReceivedMessage message) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private static readonly string[] Names =
        ["queue", "messageId", "receiveCount", "eventId", "correlationId", "detailType", "traceId", "spanId", "messageGroupId"];

    /// <summary>The event, once it is read.</summary>
    public ReceivedEvent? Event { get; set; }

    /// <summary>What could be read of an event that is poison or unknown.</summary>
    public UnreadEvent? Unread { get; set; }

    /// <summary>The span that handles it, where somebody traces.</summary>
    public ActivityContext? Span { get; set; }

    // Only the messages of FIFO and fair queues have a group.
    public int Count => message.GroupId is null ? Names.Length - 1 : Names.Length;

    public KeyValuePair<string, object?> this[int index] => new(Names[index], index switch
    {
        0 => queue,
        1 => message.MessageId,
        2 => message.ReceiveCount,
        3 => Event?.Metadata.EventId ?? Unread?.EventId,
        4 => Event?.Metadata.CorrelationId ?? Unread?.CorrelationId,
        5 => Event?.Envelope.Name.DetailType ?? Unread?.DetailType,
        6 => SpanOrMaker?.TraceId.ToHexString(),
        7 => SpanOrMaker?.SpanId.ToHexString(),
        _ => message.GroupId,
    });

    private ActivityContext? SpanOrMaker =>
        Span ?? (TraceContext.Of(Event?.Metadata.TraceParent) is var maker && maker != default ? maker : null);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(' ', this.Select(pair => $"{pair.Key}:{pair.Value}"));
}

/// <summary>What could be read of an event that cannot be handled.</summary>
internal sealed record UnreadEvent(string? EventId, string? CorrelationId, string? DetailType);
