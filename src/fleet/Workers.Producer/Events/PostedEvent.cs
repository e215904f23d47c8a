using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Producer.Http;

namespace Workers.Producer.Events;

/// <summary>What a caller of <c>POST /events</c> means, in either of its two forms.</summary>
/// <param name="EventType">The event's type, as the caller named it.</param>
/// <param name="Name">Source and detail-type.</param>
/// <param name="Detail">The business fields.</param>
internal sealed record PostedEvent(string EventType, EventName Name, JsonObject Detail);

/// <summary>Reads posted events: whatever is registered may be posted, but for what workers alone emit.</summary>
internal sealed class PostedEvents
{
    private const string TypeField = "eventType";
    private const string SourceField = "source";
    private const string DetailTypeField = "detail-type";
    private const string DetailField = "detail";

    private readonly EventName[] _publishable;
    private readonly SortedDictionary<string, EventName> _namesByType;

    public PostedEvents(EventRegistry registry)
    {
        EventName[] neverPosted =
        [
            EventNames.HighValueOrder, EventNames.DeadlinePassed,   // made by a rule, and by the orders worker for itself
            EventNames.ExecutionStatusChanged, EventNames.ExecutionEnded,   // AWS says so
            .. Topology.WorkflowRequests,
        ];
        var emitted = Topology.Deployables.SelectMany(deployable => deployable.Emits).Concat(neverPosted);

        // Without a source, a detail-type means our own event before a foreign one: the order matters.
        _publishable =
        [
            .. registry.Names.Select(EventSources.OrApiGateway).Except(emitted)
                .OrderBy(name => EventSources.IsOurs(name.Source) ? 0 : 1)
                .ThenBy(name => name.Source, StringComparer.Ordinal)
                .ThenBy(name => name.DetailType, StringComparer.Ordinal),
        ];
        _namesByType = new(
            registry.NamesByType
                .Where(type => _publishable.Contains(type.Value) && type.Value != EventNames.BehaviourRecorded)   // its own eventType is what a visitor did
                .ToDictionary(),
            StringComparer.Ordinal)
        {
            ["InventoryUpdate"] = EventNames.InventoryUpdated,   // as callers have always named it
        };
    }

    /// <summary>What may stand in <c>eventType</c>.</summary>
    public IEnumerable<string> Types => _namesByType.Keys;

    public PostedEvent Read(JsonObject body) =>
        body.ContainsKey(TypeField) ? ReadFlat(body)
        : body.ContainsKey(DetailTypeField) ? ReadNested(body)
        : throw new InvalidRequestException(TypeField, $"must be given, or {DetailTypeField} and {DetailField} instead of it");

    private PostedEvent ReadFlat(JsonObject body)
    {
        var type = Text(body, TypeField);
        if (!_namesByType.TryGetValue(type, out var name))
        {
            throw new InvalidRequestException(TypeField, $"must be one of {string.Join(", ", Types)}");
        }

        if (body.ContainsKey(DetailTypeField))
        {
            throw new InvalidRequestException(DetailTypeField, $"must be absent beside {TypeField}");
        }

        body.Remove(TypeField);
        return new(type, name, body);
    }

    private PostedEvent ReadNested(JsonObject body)
    {
        if (body.Select(member => member.Key).FirstOrDefault(IsNoneOfNested) is { } other)
        {
            throw new InvalidRequestException(other, $"must be absent beside {DetailTypeField}: ids and times stand in {DetailField}");
        }

        var detailType = Text(body, DetailTypeField);
        var source = body.ContainsKey(SourceField) ? Text(body, SourceField) : null;
        var matches = _publishable.Where(name => name.DetailType == detailType && (source is null || name.Source == source)).ToList();
        if (matches.Count == 0)
        {
            var field = source is null ? DetailTypeField : SourceField;
            throw new InvalidRequestException(field, $"must name an event that may be published here: {string.Join(", ", _publishable)}");
        }

        if (body[DetailField] is not JsonObject detail)
        {
            throw new InvalidRequestException(DetailField, "must be an object");
        }

        body.Remove(DetailField);   // a node has one parent
        return new(detailType, matches[0], detail);
    }

    private static bool IsNoneOfNested(string member) => member is not (SourceField or DetailTypeField or DetailField);

    private static string Text(JsonObject body, string field) =>
        body[field] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new InvalidRequestException(field, "must be a string");
}
