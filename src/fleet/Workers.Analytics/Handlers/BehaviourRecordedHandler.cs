using Microsoft.Extensions.Options;
using Workers.Analytics.Behaviour;
using Workers.Contracts.Events;
using Workers.Contracts.Ranges;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Analytics.Handlers;

/// <summary>
/// Follows a visitor's session, counts what happens in it, and tells what is known of each event. Two events of one session are decided one
/// after the other: each states as a condition how many events were heard before it.
/// </summary>
internal sealed class BehaviourRecordedHandler(BehaviourCounts counts, Valuation valuation, IOptions<BehaviourOptions> options)
    : IDecide<BehaviourRecorded>
{
    private const int Milliseconds = 3;

    public IEnumerable<ItemKey> Reads(BehaviourRecorded recorded) =>
        [SessionRow.Key(recorded.UserId, recorded.SessionId), Visitor.Key(recorded.UserId)];

    public Decision Decide(EventMessage<BehaviourRecorded> message, Items items)
    {
        var (recorded, at) = (message.Detail, message.OccurredAt);
        var visitor = Visitor.Find(items, recorded.UserId);
        var before = SessionRow.Find(items, recorded.UserId, recorded.SessionId);
        var step = options.Value.StepOf(recorded.EventType);
        var purchase = step is BehaviourStep.Purchase
            ? new Purchase(message.Metadata.EventId, at, recorded.OrderValue, recorded.Currency)
            : null;
        var heard = (before ?? Session.Begin(recorded.UserId, recorded.SessionId, visitor.Sessions + 1, at))
            .Hear(at, step, purchase, options.Value.ConversionWindow);

        return Decision.Commit(
            [
                .. RowsOf(before, heard.Session, visitor, message.Delivery.FirstReceivedAt),
                .. counts.Of(recorded.EventType, at, before, heard),
            ])
            .Emit(
            [
                new(Enrich(recorded, at, step, heard), recorded.SessionId),
                .. heard.Converted.Select(bought => new Emission(Tell(bought, heard.Session), bought.EventId)),
            ]);
    }

    private IEnumerable<Write> RowsOf(Session? before, Session session, Visitor visitor, DateTimeOffset receivedAt)
    {
        // A session of last year, told today, is remembered from today on: its other events may be on their way.
        var expiresAt = (session.LastAt > receivedAt ? session.LastAt : receivedAt) + options.Value.SessionLife;
        return before is null
            ? [visitor.Begin(), SessionRow.Create(session, expiresAt)]
            : [SessionRow.Replace(session, before.Events, expiresAt)];
    }

    private BehaviourEnriched Enrich(BehaviourRecorded recorded, DateTimeOffset at, BehaviourStep? step, Heard heard)
    {
        var (session, worth) = (heard.Session, valuation.Of(recorded.OrderValue, recorded.Currency));
        return new(
            recorded.EventType,
            recorded.UserId,
            recorded.SessionId,
            at,
            AnalyticsBucket.OfDay(at),
            at.UtcDateTime.Hour,
            session.Number,
            session.Events,
            decimal.Min(Limits.Seconds, decimal.Round((decimal)session.Length.TotalSeconds, Milliseconds)),
            session.Number == 1 ? VisitorKind.New : VisitorKind.Returning,
            heard.Converted.Count > 0,
            step,
            recorded.OrderValue,
            recorded.Currency,
            worth.Value,
            worth.Value is null ? null : valuation.Currency,
            worth.Tier,
            recorded.Properties);
    }

    private ConversionRecorded Tell(Purchase purchase, Session session)
    {
        var worth = valuation.Of(purchase);
        return new(
            purchase.EventId,
            session.UserId,
            session.SessionId,
            purchase.At,
            purchase.OrderValue,
            purchase.Currency,
            worth.Value,
            worth.Value is null ? null : valuation.Currency,
            worth.Tier);
    }
}
