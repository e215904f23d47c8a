using Workers.Effects.Beats;
using Workers.Operations.Fleet;

namespace Workers.Console.Watching;

/// <summary>How one handler does in all its instances together.</summary>
/// <param name="HandledPerSecond">Calls that were done, during the last minute.</param>
/// <param name="FailedPerSecond">Calls that threw, as long.</param>
/// <param name="Figures">Counts since each instance started, added up, and the slowest instance's times of the last minute.</param>
/// <param name="FailingSince">Since when it has failed again and again; null where it does not.</param>
public sealed record HandlerTrend(
    double HandledPerSecond, double FailedPerSecond, HandlerSum Figures, Since? FailingSince)
{
    /// <summary>Failed retries back off: a handler still fails where its last failure is no longer ago than this.</summary>
    private static readonly TimeSpan StillFails = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    /// <summary>Every handler that some instance told of, by its name.</summary>
    public static IReadOnlyDictionary<string, HandlerTrend> Of(IReadOnlyList<Observation> seen)
    {
        if (seen.Count == 0)
        {
            return new Dictionary<string, HandlerTrend>();
        }

        var steps = seen.Zip(seen.Skip(1), Step.Between).ToList();
        return FiguresOf(seen[^1]).ToDictionary(handler => handler.Key, handler => Of(handler, seen, steps));
    }

    private static HandlerTrend Of(IGrouping<string, HandlerFigures> handler, IReadOnlyList<Observation> seen, List<Step> steps)
    {
        var now = seen[^1].At;
        var lately = steps.Where(step => now - step.Until <= Lately).ToList();
        var seconds = Math.Max(1, lately.Sum(step => (step.Until - step.From).TotalSeconds));
        var sum = HandlerSum.Of(handler);
        return new(
            lately.Sum(step => step.Handled(handler.Key)) / seconds,
            lately.Sum(step => step.Failed(handler.Key)) / seconds,
            sum,
            FailingSinceOf(handler.Key, sum.Failed, seen, steps));
    }

    // Between two failures lies the pause of a retry, so a look without a new failure does not end a run of failures.
    private static Since? FailingSinceOf(string handler, long failed, IReadOnlyList<Observation> seen, List<Step> steps)
    {
        var failures = steps.Where(step => step.Failed(handler) > 0).ToList();
        if (failures.Count == 0)
        {
            var isNews = failed > 0 && seen.Count == 1;
            return isNews ? new(seen[0].At, IsAtLeast: true) : null;
        }

        if (seen[^1].At - failures[^1].Until > StillFails)
        {
            return null;
        }

        var first = failures.Count - 1;
        while (first > 0 && failures[first].From - failures[first - 1].Until <= StillFails)
        {
            first--;
        }

        var began = failures[first];
        return new(began.Until, IsAtLeast: began.From == seen[0].At && Count(seen[0], handler) > 0);
    }

    private static long Count(Observation seen, string handler) =>
        FiguresOf(seen).FirstOrDefault(figures => figures.Key == handler)?.Sum(figures => figures.Failed) ?? 0;

    private static IEnumerable<IGrouping<string, HandlerFigures>> FiguresOf(Observation seen) =>
        seen.Instances.SelectMany(instance => instance.Queues).SelectMany(queue => queue.Handlers).GroupBy(handler => handler.Handler);

    /// <summary>What handlers did between two looks.</summary>
    private sealed record Step(DateTimeOffset From, DateTimeOffset Until, IReadOnlyDictionary<string, (long Handled, long Failed)> Calls)
    {
        public static Step Between(Observation before, Observation after)
        {
            var known = before.Instances.ToDictionary(instance => instance.Instance, Counts);
            var calls = new Dictionary<string, (long Handled, long Failed)>();
            foreach (var instance in after.Instances)
            {
                var was = known.GetValueOrDefault(instance.Instance);
                foreach (var (handler, count) in Counts(instance))
                {
                    var (handled, failed) = was?.GetValueOrDefault(handler) ?? (0, 0);
                    var sum = calls.GetValueOrDefault(handler);
                    calls[handler] = (sum.Handled + count.Handled - handled, sum.Failed + count.Failed - failed);
                }
            }

            return new(before.At, after.At, calls);
        }

        public long Handled(string handler) => Math.Max(0, Calls.GetValueOrDefault(handler).Handled);

        public long Failed(string handler) => Math.Max(0, Calls.GetValueOrDefault(handler).Failed);

        private static Dictionary<string, (long Handled, long Failed)> Counts(InstanceRow instance) =>
            instance.Queues
                .SelectMany(queue => queue.Handlers)
                .ToDictionary(handler => handler.Handler, handler => (handler.Handled, handler.Failed));
    }
}
