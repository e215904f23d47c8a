using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Columns = Workers.Contracts.Tables.AuditColumns;

namespace Workers.Audit;

/// <summary>What is kept of an event: a row that holds it whole, and a reference to that for each other entity that it is about.</summary>
internal sealed class AuditedEvent
{
    /// <summary>The most references: a transaction has 100 actions, of which marker, row, link and head are four.</summary>
    public const int MostReferences = 96;

    private readonly EventMessage<AnyEvent> _message;
    private readonly IReadOnlyList<string> _entities;
    private readonly string _at;

    public AuditedEvent(EventMessage<AnyEvent> message)
    {
        var (name, json) = (message.Envelope.Name, message.Detail.Json);
        _message = message;
        _entities = EventEntities.Of(name.Source, json);
        Fingerprint = AuditFingerprint.Of(name, json);
        _at = AuditKey.Of(message.Envelope.Time, message.Metadata.EventId, Fingerprint);
    }

    /// <summary>What the event says.</summary>
    public string Fingerprint { get; }

    /// <summary>The row that holds it.</summary>
    public ItemKey Key => KeyOf(_entities[0]);

    private IEnumerable<string> References => _entities.Skip(1).Take(MostReferences);

    /// <summary>The row and its references, and the link that the chain gets with them.</summary>
    /// <param name="head">The end of the chain.</param>
    public (IReadOnlyList<Write> Writes, ChainLink Link) After(ChainHead head)
    {
        var row = Row(head);
        var attributes = new Dictionary<string, AttributeValue>(row.Attributes)
        {
            [Columns.Entity] = new() { S = _entities[0] },
            [Columns.At] = new() { S = _at },
        };
        return (
            [Write.Insert(Key, row), .. References.Select(entity => Write.Insert(KeyOf(entity), Reference(head)))],
            head.Next(_entities[0], _at, AuditHash.Of(attributes)));
    }

    private Item Row(ChainHead head)
    {
        var (detailColumn, detail) = AuditDetail.ToAttribute(_message.Detail.Json);
        var references = References.Select(entity => new AttributeValue { S = entity }).ToList();
        var leftOut = _entities.Count - 1 - references.Count;
        return Item.Empty
            .With(Columns.Source, _message.Envelope.Name.Source)
            .With(Columns.Type, _message.Envelope.Name.DetailType)
            .With(Columns.EventId, _message.Metadata.EventId)
            .With(Columns.CorrelationId, _message.Metadata.CorrelationId)
            .With(Columns.CausationId, _message.Metadata.CausationId)
            .With(Columns.OccurredAt, _message.Envelope.Time)
            .With(Columns.RecordedAt, _message.Delivery.FirstReceivedAt)
            .With(Columns.Fingerprint, Fingerprint)
            .With(detailColumn, detail)
            .With(Columns.References, references.Count > 0 ? new AttributeValue { L = references } : null)
            .With(Columns.LeftOut, leftOut > 0 ? leftOut : null)
            .With(Columns.Chain, head.Chain)
            .With(Columns.Link, head.Count + 1)
            .With(Columns.ExpiresAt, head.ExpiresAt);
    }

    private Item Reference(ChainHead head) => Item.Empty
        .With(Columns.HeldBy, _entities[0])
        .With(Columns.Chain, head.Chain)
        .With(Columns.ExpiresAt, head.ExpiresAt);

    private ItemKey KeyOf(string entity) => new(Topology.AuditTable, Columns.Entity, entity, Columns.At, _at);
}
