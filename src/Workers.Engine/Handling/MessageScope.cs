using System.Collections;
using Workers.Engine.Queues;
using Workers.Events.Reading;

namespace Workers.Engine.Handling;

/// <summary>The ids that each log line of a message's handling carries: the message's from the start, the event's once it is read.</summary>
internal sealed class MessageScope(string queue, ReceivedMessage message) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private static readonly string[] Names =
        ["queue", "messageId", "receiveCount", "eventId", "correlationId", "detailType"];

    /// <summary>The event, once it is read.</summary>
    public ReceivedEvent? Event { get; set; }

    public int Count => Names.Length;

    public KeyValuePair<string, object?> this[int index] => new(Names[index], index switch
    {
        0 => queue,
        1 => message.MessageId,
        2 => message.ReceiveCount,
        3 => Event?.Metadata.EventId,
        4 => Event?.Metadata.CorrelationId,
        _ => Event?.Envelope.Name.DetailType,
    });

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(' ', this.Select(pair => $"{pair.Key}:{pair.Value}"));
}
