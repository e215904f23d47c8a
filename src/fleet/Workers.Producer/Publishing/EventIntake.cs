using System.Text.Json.Nodes;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Idempotency;
using Workers.Producer.Orders;

namespace Workers.Producer.Publishing;

/// <summary>Takes an event from a caller to the bus: once per idempotency key, and only where its order's id is free.</summary>
internal sealed class EventIntake(EventDrafts drafts, RequestIdentities identities, KeyedRequests keys, TakenOrderIds orderIds, BusGate bus)
{
    /// <summary>Publishes one event.</summary>
    /// <param name="name">Source and detail-type, ours or foreign.</param>
    /// <param name="fields">The business fields.</param>
    /// <param name="body">The body that they came in, for its fingerprint and its request's key.</param>
    /// <param name="cancellationToken">Cancels before the event is taken, or leaves it unknown whether it was.</param>
    /// <param name="refuse">Throws where it must not be published; not asked about a repeat of what was taken before.</param>
    /// <exception cref="InvalidRequestException">The fields are not what their event requires.</exception>
    /// <exception cref="ProblemException">EventBridge was not seen to take the event, or the key or the order's id is taken.</exception>
    public Task<TakenEvent> PublishAsync(
        EventName name, JsonObject fields, JsonBody body, CancellationToken cancellationToken, Action? refuse = null) =>
        PublishAsync(name, fields, identities.Of(body), cancellationToken, refuse);

    /// <summary>Publishes one event under an identity of its own, as <see cref="PublishAsync(EventName, JsonObject, JsonBody, CancellationToken, Action?)"/> does.</summary>
    public async Task<TakenEvent> PublishAsync(
        EventName name, JsonObject fields, RequestIdentity identity, CancellationToken cancellationToken, Action? refuse = null)
    {
        var draft = drafts.Of(name, fields, identity);   // what is not valid leaves no trace
        if (identity.Record is null)
        {
            await PublishAsync(draft, identity, refuse, cancellationToken);
            return draft.Taken;
        }

        var request = await keys.BeginAsync(identity, cancellationToken);
        draft = drafts.Of(name, fields, request.Identity);
        if (request.IsCompleted)
        {
            return draft.Taken;
        }

        try
        {
            await PublishAsync(draft, identity, refuse, cancellationToken);
        }
        catch (ProblemException taken) when (taken.Status == StatusCodes.Status409Conflict)
        {
            await keys.ForgetAsync(request);   // the caller is told to send another body
            throw;
        }
        catch
        {
            await keys.ReleaseAsync(request);
            throw;
        }

        await keys.CompleteAsync(request);
        return draft.Taken;
    }

    private async Task PublishAsync(EventDraft draft, RequestIdentity identity, Action? refuse, CancellationToken cancellationToken)
    {
        refuse?.Invoke();
        if (draft.Detail is OrderPlaced order && order.OrderId != identity.OrderId)
        {
            await orderIds.RefuseAsync(order, cancellationToken);
        }

        await bus.PublishAsync(draft.Event, cancellationToken);
    }
}
