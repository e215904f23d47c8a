using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Workers.Events.Publishing;

namespace Workers.Events.Reading;

/// <summary>
/// Every event that is understood: reads a message's body into the newest shape of its event, and composes events for the bus.
/// Immutable, safe for any number of threads; made by <see cref="EventRegistryBuilder"/>.
/// </summary>
public sealed class EventRegistry
{
    private readonly EventReader _reader;
    private readonly EventComposer _composer;

    internal EventRegistry(EventReader reader, FrozenDictionary<Type, EventShape> shapes)
    {
        _reader = reader;
        _composer = new(shapes);
        Shapes = shapes.Values;
        NamesByType = Shapes.ToDictionary(shape => shape.Json.Type.Name, shape => shape.Name);
    }

    internal IReadOnlyList<EventShape> Shapes { get; }

    /// <summary>How each name is read, by major version.</summary>
    internal FrozenDictionary<EventName, FrozenDictionary<int, EventRoute>> Routes => _reader.Routes;

    /// <summary>Reads a message's body, whose time the envelope or the detail says.</summary>
    /// <param name="body">EventBridge's envelope, or what an <see cref="IBodyReader"/> knows.</param>
    /// <param name="messageId">SQS's id of the message: the event id where neither metadata nor envelope has one.</param>
    /// <exception cref="PoisonEventException">The body can never be handled; the reason names the field and quotes no payload.</exception>
    /// <exception cref="UnknownEventException">The envelope is in order, and nobody registered its event.</exception>
    public ReceivedEvent Read(string body, string messageId) => Read(body, messageId, sentAt: null);

    /// <summary>Reads a message's body as <see cref="Read(string, string)"/> does, also one in which nothing says a time.</summary>
    /// <param name="body">EventBridge's envelope, or what an <see cref="IBodyReader"/> knows.</param>
    /// <param name="messageId">SQS's id of the message.</param>
    /// <param name="sentAt">When SQS took the message: the event's time where neither envelope nor detail has one.</param>
    public ReceivedEvent Read(string body, string messageId, DateTimeOffset? sentAt) => Read(body, messageId, sentAt, asAny: false);

    /// <summary>
    /// Reads a message's body as <see cref="AnyEvent"/>, also of an event that nobody registered, or that its registration would refuse.
    /// Metadata that is not in order counts as absent.
    /// </summary>
    /// <param name="body">EventBridge's envelope, or what an <see cref="IBodyReader"/> knows.</param>
    /// <param name="messageId">SQS's id of the message: the event id where neither metadata nor envelope has one.</param>
    /// <param name="sentAt">When SQS took the message: the event's time where the envelope has none.</param>
    /// <exception cref="PoisonEventException">The body is no envelope.</exception>
    public ReceivedEvent ReadAny(string body, string messageId, DateTimeOffset? sentAt) => Read(body, messageId, sentAt, asAny: true);

    /// <summary>Composes an event for the bus: the detail with its metadata, in the newest version.</summary>
    /// <param name="detail">What to say.</param>
    /// <param name="metadata">Who the event is. The version that is written is the detail's, whatever this says.</param>
    /// <param name="time">The envelope's time.</param>
    /// <exception cref="ArgumentException">The detail has violations, or nobody registered its type.</exception>
    public OutgoingEvent Compose(IEventDetail detail, EventMetadata metadata, DateTimeOffset time) =>
        _composer.Compose(detail, metadata, time);

    /// <summary>Every name that is understood: of our own events, their other spellings and foreign shapes.</summary>
    public IReadOnlyCollection<EventName> Names => _reader.Names;

    /// <summary>Source and detail-type of our own events, by the names of their classes.</summary>
    public IReadOnlyDictionary<string, EventName> NamesByType { get; }

    /// <summary>A detail as a store keeps it.</summary>
    /// <exception cref="ArgumentException">Nobody registered the detail's type.</exception>
    public StoredDetail Store(IEventDetail detail)
    {
        var shape = _composer.ShapeOf(detail);
        return new(shape.Name, shape.Version.ToString(), JsonSerializer.Serialize(detail, shape.Json));
    }

    /// <summary>Reads back what <see cref="Store"/> made, in whatever version it was at the time.</summary>
    /// <exception cref="PoisonEventException">It is no such detail.</exception>
    /// <exception cref="UnknownEventException">Nobody registered its event.</exception>
    public IEventDetail Restore(StoredDetail stored) => _reader.ReadStored(stored);

    /// <summary>Source and detail-type under which a detail is published.</summary>
    /// <exception cref="ArgumentException">Nobody registered the detail's type.</exception>
    public EventName NameOf(IEventDetail detail) => _composer.ShapeOf(detail).Name;

    /// <summary>Whether a detail is an event that answers the task whose token it carries.</summary>
    public bool AnswersTask(IEventDetail detail) => _composer.AnswersTask(detail);

    private ReceivedEvent Read(string body, string messageId, DateTimeOffset? sentAt, bool asAny)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(body));
        try
        {
            var length = Encoding.UTF8.GetBytes(body, utf8);
            return asAny
                ? _reader.ReadAny(utf8.AsSpan(0, length), messageId, sentAt)
                : _reader.Read(utf8.AsSpan(0, length), messageId, sentAt);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }
}
