using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Workers.Events.Reading;

/// <summary>Collects what is understood, then builds the <see cref="EventRegistry"/> once.</summary>
public sealed class EventRegistryBuilder
{
    private readonly List<EventShape> _shapes = [];
    private readonly List<Upcast> _upcasts = [];
    private readonly List<(EventName Alias, EventName Name)> _aliases = [];
    private readonly List<IBodyReader> _bodyReaders = [];
    private readonly List<string> _errors = [];
    private readonly List<(EventName Name, Func<JsonObject, JsonObject?> Rewrite)> _dialects = [];
    private readonly HashSet<EventName> _answers = [];
    private EventName? _rawBodies;
    private FutureLimit? _future;

    /// <summary>Registers an event in its newest shape.</summary>
    /// <param name="name">Source and detail-type under which it is published and read.</param>
    /// <param name="json">Its JSON, source-generated.</param>
    /// <param name="version">The newest version, <c>major.minor</c>.</param>
    public EventRegistryBuilder Event<TEvent>(EventName name, JsonTypeInfo<TEvent> json, string version = "1.0")
        where TEvent : class, IEventDetail
    {
        if (EventVersion.TryParse(version, out var parsed))
        {
            _shapes.Add(new(name, parsed, json));
        }
        else
        {
            _errors.Add($"{name}: the version must be major.minor, such as 1.0.");
        }

        return this;
    }

    /// <summary>Registers another spelling: what arrives under <paramref name="alias"/> is read as <paramref name="name"/>.</summary>
    public EventRegistryBuilder Alias(EventName alias, EventName name)
    {
        _aliases.Add((alias, name));
        return this;
    }

    /// <summary>Registers an older or foreign shape.</summary>
    /// <param name="from">
    /// The name that it arrives under; with <see cref="EventName.AnySource"/>, from any source that has no registration of its own.
    /// </param>
    /// <param name="to">The name that it becomes; the same for an older version.</param>
    /// <param name="rewrite">
    /// A pure function from its detail to the next one's, metadata included. It may throw <see cref="PoisonEventException"/>
    /// where the detail is malformed.
    /// </param>
    /// <param name="fromMajor">The major version that it is.</param>
    /// <param name="toMajor">The major version that it becomes.</param>
    public EventRegistryBuilder Upcast(
        EventName from,
        EventName to,
        Func<JsonObject, JsonObject> rewrite,
        int fromMajor = 1,
        int toMajor = 1)
    {
        _upcasts.Add(new(from, fromMajor, to, toMajor, rewrite));
        return this;
    }

    /// <summary>
    /// Registers what another producer says under a name of ours, in its newest version. It is asked only for a detail that cannot be
    /// read as ours.
    /// </summary>
    /// <param name="name">The name of ours.</param>
    /// <param name="rewrite">A pure function from its detail to ours; null for a detail that is not of this producer's shape.</param>
    public EventRegistryBuilder Dialect(EventName name, Func<JsonObject, JsonObject?> rewrite)
    {
        _dialects.Add((name, rewrite));
        return this;
    }

    /// <summary>
    /// Lets an event be poison that has a time further in the future than clocks differ: it would win over all that comes later. A time
    /// in the past is fine, however long ago.
    /// </summary>
    /// <param name="time">The clock that says what the future is.</param>
    /// <param name="tolerance">How far ahead of it a producer's clock may be.</param>
    public EventRegistryBuilder RefuseFuture(TimeProvider time, TimeSpan tolerance)
    {
        _future = new(time, tolerance);
        return this;
    }

    /// <summary>
    /// Says that events answer the task whose token they carry. The token ends with them: what comes of an answer carries none, or it could
    /// be taken for the answer of a task that failed.
    /// </summary>
    public EventRegistryBuilder AnswersTask(params IEnumerable<EventName> names)
    {
        _answers.UnionWith(names);
        return this;
    }

    /// <summary>Registers a reader of bodies that are no envelope. Readers are asked in the order of their registration.</summary>
    public EventRegistryBuilder Bodies(IBodyReader reader)
    {
        _bodyReaders.Add(reader);
        return this;
    }

    /// <summary>
    /// Reads envelopes that come over an SNS topic too: the notification's <c>Message</c> is the envelope, its attributes are ignored. A
    /// subscription with raw message delivery needs no reader.
    /// </summary>
    public EventRegistryBuilder SnsBodies() => Bodies(new SnsBodyReader());

    /// <summary>
    /// Reads bodies that are no envelope, and that no other reader knows, as the detail of one event. Its id is SQS's message id, unless
    /// the body has metadata; its time is the detail's own, else when SQS took the message.
    /// </summary>
    /// <param name="name">The event that every such body is.</param>
    public EventRegistryBuilder RawBodies(EventName name)
    {
        if (_rawBodies is { } other)
        {
            _errors.Add($"Raw bodies cannot be both {other} and {name}.");
        }

        _rawBodies = name;
        return this;
    }

    /// <summary>Builds the registry.</summary>
    /// <exception cref="InvalidOperationException">Registrations contradict each other; every contradiction is told.</exception>
    public EventRegistry Build()
    {
        var errors = new List<string>(_errors);
        var shapes = _shapes.ConvertAll(shape => shape with
        {
            AnswersTask = _answers.Contains(shape.Name),
            Dialects = [.. _dialects.Where(dialect => dialect.Name == shape.Name).Select(dialect => dialect.Rewrite)],
        });
        var routes = new RouteMap(errors).Build(shapes, _upcasts, _aliases);
        errors.AddRange(_dialects.Where(dialect => shapes.TrueForAll(shape => shape.Name != dialect.Name))
            .Select(dialect => $"{dialect.Name} has a dialect, and nobody registered it."));
        errors.AddRange(_answers.Where(answer => shapes.TrueForAll(shape => shape.Name != answer))
            .Select(answer => $"{answer} answers tasks, and nobody registered it."));
        errors.AddRange(shapes.CountBy(shape => shape.Json.Type)
            .Where(type => type.Value > 1)
            .Select(type => $"{type.Key.Name} is registered under two names, so neither could be published."));

        IReadOnlyList<IBodyReader> bodyReaders = _rawBodies is { } raw ? [.. _bodyReaders, new RawBodyReader(raw)] : _bodyReaders;
        return errors is []
            ? new(new EventReader(new(bodyReaders), routes, _future), shapes.ToFrozenDictionary(shape => shape.Json.Type))
            : throw new InvalidOperationException($"The events contradict each other: {string.Join(" ", errors)}");
    }
}
