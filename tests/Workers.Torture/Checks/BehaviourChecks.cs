using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>What visitors did: counts, sessions and conversions.</summary>
internal static class BehaviourChecks
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var expected = CountsOf(books);
        yield return new(
            "what visitors did is counted to the unit, and nothing else",
            [.. expected.Keys.Union(findings.Behaviour.Keys)
                .Where(metric => expected.GetValueOrDefault(metric) != findings.Behaviour.GetValueOrDefault(metric))
                .Select(metric => $"{metric}: {findings.Behaviour.GetValueOrDefault(metric)}, not {expected.GetValueOrDefault(metric)}")],
            $"{books.Acts.Count} acts, {expected.GetValueOrDefault(BehaviourMetric.Conversions).Count} conversions");

        var sessions = findings.Sessions.Where(row => row[SessionColumns.Session].S != SessionColumns.OfVisitor).ToList();
        var events = books.Acts.Values.CountBy(act => (act.UserId, act.SessionId)).ToDictionary();
        var heard = sessions.ToDictionary(
            row => (row[SessionColumns.Visitor].S, row[SessionColumns.Session].S), row => (int)Findings.Number(row, SessionColumns.Events));
        yield return new(
            "every session has heard each of its events once",
            [.. events.Keys.Union(heard.Keys).Where(session => events.GetValueOrDefault(session) != heard.GetValueOrDefault(session))
                .Select(session => $"{session}: {heard.GetValueOrDefault(session)}, not {events.GetValueOrDefault(session)}")],
            $"{sessions.Count} sessions");

        var visitors = findings.Sessions.Except(sessions).ToDictionary(
            row => row[SessionColumns.Visitor].S, row => (int)Findings.Number(row, SessionColumns.Sessions));
        yield return new(
            "the sessions of each visitor are numbered without a gap",
            [.. sessions.GroupBy(row => row[SessionColumns.Visitor].S, row => (int)Findings.Number(row, SessionColumns.Number))
                .Where(numbers => !numbers.Order().SequenceEqual(Enumerable.Range(1, visitors.GetValueOrDefault(numbers.Key))))
                .Select(numbers => $"{numbers.Key}: {string.Join(", ", numbers.Order())} of {visitors.GetValueOrDefault(numbers.Key)}")],
            $"{visitors.Count} visitors");
    }

    /// <summary>The events of the purchases that came soon after a view or a click of their session.</summary>
    public static IEnumerable<string> ConversionsOf(Books books)
    {
        var interest = books.Acts.Values
            .Where(act => act.Type is Act.View or Act.Click)
            .ToLookup(act => (act.UserId, act.SessionId), act => act.At);
        return books.Acts
            .Where(act => act.Value.Type is Act.Purchase
                && interest[(act.Value.UserId, act.Value.SessionId)].Any(at => at <= act.Value.At && act.Value.At <= at + Window))
            .Select(act => act.Key);
    }

    private static Dictionary<string, (decimal Count, decimal Sum)> CountsOf(Books books)
    {
        var counts = new Dictionary<string, (decimal Count, decimal Sum)>();
        void Count(string metric, decimal sum = 0) =>
            counts[metric] = (counts.GetValueOrDefault(metric).Count + 1, counts.GetValueOrDefault(metric).Sum + sum);

        foreach (var act in books.Acts.Values)
        {
            Count(BehaviourMetric.Type(act.Type));
            if (act.Type is Act.Purchase)
            {
                Count(BehaviourMetric.Purchases);
                Count(act.Value is null ? BehaviourMetric.UnratedPrefix + act.Currency : BehaviourMetric.PurchaseValuePrefix + "USD", act.Value ?? 0);
            }
        }

        var conversions = ConversionsOf(books).Select(eventId => books.Acts[eventId]).ToList();
        foreach (var act in conversions)
        {
            Count(BehaviourMetric.Conversions);
            if (act.Value is { } value)
            {
                Count(BehaviourMetric.ConversionValuePrefix + "USD", value);
            }
        }

        foreach (var session in books.Acts.Values.GroupBy(act => (act.UserId, act.SessionId)))
        {
            Count(BehaviourMetric.Sessions);
            foreach (var step in session.Select(StepOf).OfType<BehaviourStep>().Distinct())
            {
                Count(BehaviourMetric.Reached(step));
            }
        }

        foreach (var _ in conversions.DistinctBy(act => (act.UserId, act.SessionId)))
        {
            Count(BehaviourMetric.ConvertedSessions);
        }

        return counts;
    }

    private static BehaviourStep? StepOf(Act act) => act.Type switch
    {
        Act.View => BehaviourStep.View,
        Act.Click => BehaviourStep.Click,
        Act.Purchase => BehaviourStep.Purchase,
        _ => null,
    };
}
