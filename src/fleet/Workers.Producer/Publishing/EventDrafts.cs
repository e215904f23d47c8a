using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Producer.Http;
using Workers.Producer.Idempotency;

namespace Workers.Producer.Publishing;

/// <summary>
/// Makes an event of what a caller says: completes it, and reads it as a consumer will. What a consumer would dead-letter never gets
/// past here. The same detail and identity make the same event.
/// </summary>
internal sealed class EventDrafts(EventRegistry registry)
{
    private const string Metadata = "metadata";
    private const string ForeignAmount = "totalAmount";   // what others call it under our event's name

    /// <param name="name">Source and detail-type, ours or foreign.</param>
    /// <param name="fields">The business fields; they stay as they are.</param>
    /// <param name="identity">The event's ids, where the shape has none of its own.</param>
    /// <exception cref="InvalidRequestException">The fields are not what the event requires.</exception>
    public EventDraft Of(EventName name, JsonObject fields, RequestIdentity identity)
    {
        if (EventSources.IsOurs(name.Source) && fields.ContainsKey(Metadata))
        {
            throw new InvalidRequestException(Metadata, "must be absent: it is made here. Idempotency-Key makes a repeat the same event");
        }

        var detail = fields.DeepClone().AsObject();
        Complete(name, detail, identity);
        var received = Read(name, detail, identity);
        if (name == EventNames.OrderPlaced && received.Detail is OrderPlaced order)
        {
            OrderAmount.RefuseWrongSums(order);
            if (order.Fulfilment == Fulfilment.Orchestrated)
            {
                return new(Trigger(order, received, identity), order);
            }
        }

        if (received.Detail is WorkflowTriggered { Order: not null })
        {
            throw new InvalidRequestException("order", "must be absent: POST /orders takes a new order, and its fulfilment");
        }

        return new(Compose(name, detail, received, identity), received.Detail);
    }

    private static void Complete(EventName name, JsonObject detail, RequestIdentity identity)
    {
        if (name == EventNames.OrderPlaced)
        {
            detail["orderId"] ??= identity.OrderId;
            if (!detail.ContainsKey(ForeignAmount))
            {
                detail["amount"] ??= OrderAmount.OfPricedLines(detail["items"]);
            }
        }

        if (name == EventNames.TicketOpened)
        {
            detail["ticketId"] ??= identity.TicketId;
        }

        if (name == EventNames.WorkflowTriggered)
        {
            detail["workflow_id"] ??= identity.EventId;
        }

        if (name.Source is EventSources.Orders or EventSources.WorkflowTriggers or EventSources.Inventory or EventSources.Shipping
            or EventSources.Customers or EventSources.Support)
        {
            detail["timestamp"] ??= identity.ReceivedAt.UtcDateTime;
        }
    }

    // An envelope without id, so that the message's id takes effect exactly where a foreign shape brings no id of its own.
    private ReceivedEvent Read(EventName name, JsonObject detail, RequestIdentity identity)
    {
        var envelope = new JsonObject
        {
            ["source"] = name.Source,
            ["detail-type"] = name.DetailType,
            ["time"] = identity.ReceivedAt.UtcDateTime,
            ["detail"] = detail,
        };
        try
        {
            return registry.Read(envelope.ToJsonString(), messageId: identity.EventId);
        }
        catch (PoisonEventException poison)
        {
            throw new InvalidRequestException(poison.Violations is { Count: > 0 } violations ? violations : [new("detail", poison.Message)]);
        }
        finally
        {
            envelope.Remove("detail");   // a node has one parent
        }
    }

    /// <summary>An order that the state machine is to lead is handed to it, and it places the order.</summary>
    private OutgoingEvent Trigger(OrderPlaced order, ReceivedEvent received, RequestIdentity identity) => registry.Compose(
        new WorkflowTriggered(identity.EventId, order.OrderId, order.Timestamp ?? identity.ReceivedAt, order),
        MetadataOf(received, identity),
        identity.ReceivedAt);

    private OutgoingEvent Compose(EventName name, JsonObject detail, ReceivedEvent received, RequestIdentity identity)
    {
        var metadata = MetadataOf(received, identity);
        if (registry.NameOf(received.Detail) == name)
        {
            return registry.Compose(received.Detail, metadata, identity.ReceivedAt);
        }

        var own = detail[Metadata] as JsonObject ?? [];   // a foreign producer may have more to say there
        own["eventId"] = metadata.EventId;
        own["correlationId"] = metadata.CorrelationId;
        own["traceparent"] = metadata.TraceParent;
        own.Remove("taskToken");
        own.Remove("fulfilment");
        detail[Metadata] = own;
        return new(metadata.EventId, name, detail.ToJsonString(), identity.ReceivedAt);
    }

    /// <summary>What the state machine alone says of its chains is left out.</summary>
    private static EventMetadata MetadataOf(ReceivedEvent received, RequestIdentity identity) =>
        received.Metadata with { TraceParent = identity.TraceParent, TaskToken = null, Fulfilment = null };
}
