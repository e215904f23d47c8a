using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Columns = Workers.Contracts.Tables.AuditColumns;

namespace Workers.Audit.Handlers;

/// <summary>
/// Keeps an event, once, and adds it to the instance's chain of the day. Another event under the same id is another fact, and kept too. A
/// replay finds the row, also where no marker remembers the event any more.
/// </summary>
internal sealed class AnyEventHandler(Chains chains) : IDecide<AnyEvent>
{
    public string OncePer(EventMessage<AnyEvent> message) => $"{message.Metadata.EventId}={new AuditedEvent(message).Fingerprint}";

    public IEnumerable<ItemKey> Reads(EventMessage<AnyEvent> message) =>
        [new AuditedEvent(message).Key, Chains.HeadKey(chains.ChainOf(message.Delivery))];

    public Decision Decide(EventMessage<AnyEvent> message, Items items)
    {
        var audited = new AuditedEvent(message);
        if (items.Find(audited.Key) is { } kept)
        {
            return kept.Text(Columns.Fingerprint) == audited.Fingerprint
                ? Decision.Nothing
                : Decision.Reject("Another event has the same time and id, and a fingerprint that begins alike: both would have the same key.");
        }

        var head = chains.HeadFor(message.Delivery, items);
        var (writes, link) = audited.After(head);
        return Decision.Commit([.. writes, .. Chains.Extend(head, link)]);
    }
}
