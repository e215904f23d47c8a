using Workers.Analytics.Counting;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;

namespace Workers.Analytics.Behaviour;

/// <summary>Makes the writes that count one more event of a session.</summary>
internal sealed class BehaviourCounts(Counters counters, Valuation valuation)
{
    private static readonly (Milestones Milestone, string Metric)[] Reached =
    [
        (Milestones.View, BehaviourMetric.Reached(BehaviourStep.View)),
        (Milestones.Click, BehaviourMetric.Reached(BehaviourStep.Click)),
        (Milestones.Purchase, BehaviourMetric.Reached(BehaviourStep.Purchase)),
        (Milestones.Converted, BehaviourMetric.ConvertedSessions),
    ];

    /// <param name="eventType">The event's type.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="before">The session before it; null where there was none.</param>
    /// <param name="heard">What it made of the session.</param>
    public IEnumerable<Update> Of(string eventType, DateTimeOffset at, Session? before, Heard heard) =>
    [
        counters.Behaviour(at, BehaviourMetric.Type(eventType)),
        .. OfSession(before, heard.Session),
        .. heard.Purchase is { } purchase ? OfPurchase(purchase) : [],
        .. heard.Converted.GroupBy(bought => AnalyticsBucket.OfDay(bought.At)).SelectMany(OfConversions),
    ];

    private IEnumerable<Update> OfSession(Session? before, Session session)
    {
        if (before is null)
        {
            yield return counters.Behaviour(session.BeganAt, BehaviourMetric.Sessions);
        }

        var news = session.Reached & ~(before?.Reached ?? Milestones.None);
        foreach (var (_, metric) in Reached.Where(reached => news.HasFlag(reached.Milestone)))
        {
            yield return counters.Behaviour(session.BeganAt, metric);
        }
    }

    private IEnumerable<Update> OfPurchase(Purchase purchase)
    {
        yield return counters.Behaviour(purchase.At, BehaviourMetric.Purchases);
        var worth = valuation.Of(purchase);
        if (worth.Value is { } value)
        {
            yield return counters.Behaviour(purchase.At, BehaviourMetric.PurchaseValuePrefix + valuation.Currency, 1, value);
        }
        else if (worth.IsUnrated)
        {
            yield return counters.Behaviour(purchase.At, BehaviourMetric.UnratedPrefix + worth.Code);
        }
    }

    private IEnumerable<Update> OfConversions(IGrouping<string, Purchase> day)
    {
        var at = day.First().At;
        yield return counters.Behaviour(at, BehaviourMetric.Conversions, day.Count());
        var values = day.Select(purchase => valuation.Of(purchase).Value).OfType<decimal>().ToList();
        if (values.Count > 0)
        {
            yield return counters.Behaviour(at, BehaviourMetric.ConversionValuePrefix + valuation.Currency, values.Count, values.Sum());
        }
    }
}
