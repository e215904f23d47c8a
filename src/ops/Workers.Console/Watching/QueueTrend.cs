using Workers.Contracts;
using Workers.Effects.Beats;
using Workers.Operations.Forecasts;
using Workers.Operations.Status;

namespace Workers.Console.Watching;

/// <summary>How a queue does, and what becomes of it if all goes on as now.</summary>
/// <param name="Queue">Its unprefixed name.</param>
/// <param name="Counts">How SQS counts it; null where it is not there.</param>
/// <param name="InPerSecond">How many messages a second come in: what leaves, and what it grows by.</param>
/// <param name="OutPerSecond">How many leave it for good, as its instances measured it during the last minute; exact.</param>
/// <param name="Instances">What its instances tell of it.</param>
/// <param name="Asked">What is asked of it.</param>
/// <param name="WaitingSince">Since when there has always been something that waits: no message in it is older.</param>
/// <param name="DeadLetters">How SQS counts its dead letters.</param>
/// <param name="DeadSince">Since when there have always been dead letters.</param>
public sealed record QueueTrend(
    string Queue,
    QueueCounts? Counts,
    double InPerSecond,
    double OutPerSecond,
    IReadOnlyList<QueueFigures> Instances,
    Steering Asked,
    Since? WaitingSince,
    QueueCounts? DeadLetters,
    Since? DeadSince)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    public int Waiting => Counts?.Waiting ?? 0;

    /// <summary>
    /// The age of the oldest message that an instance has in hand; null where none has one. Exact at the instance's beat.
    /// </summary>
    public double? OldestInHand => Instances.Where(figures => figures.InFlight > 0).Select(figures => (double?)figures.OldestSeconds).Max();

    /// <summary>By how many messages a second it grows.</summary>
    public double GrowsBy => InPerSecond - OutPerSecond;

    /// <summary>What becomes of it at today's rates.</summary>
    internal QueueForecast Forecast
    {
        get
        {
            var consumption = Topology.ConsumptionOf(Queue);
            return QueueForecast.Of(
                new(Queue, Waiting + (Counts?.InFlight ?? 0), GrowsBy, OutPerSecond, Instances.Count, Asked.IsPaused),
                consumption.MessagesPerSecond,
                consumption.AcceptedWait);
        }
    }

    public static QueueTrend Of(string queue, string deadLetterQueue, IReadOnlyList<Observation> seen)
    {
        var now = seen[^1];
        var figures = now.Instances.SelectMany(instance => instance.Queues).Where(known => known.Queue == queue).ToList();
        var goneBy = figures.Sum(known => known.GonePerSecond);
        return new(
            queue,
            now.CountsOf(queue),
            Math.Max(0, goneBy + Growth(queue, seen)),
            goneBy,
            figures,
            now.Asked.GetValueOrDefault(queue) ?? new(),
            Since.Of([.. seen.Select(look => (look.At, look.CountsOf(queue) is { Waiting: > 0 }))]),
            now.CountsOf(deadLetterQueue),
            Since.Of([.. seen.Select(look => (look.At, look.CountsOf(deadLetterQueue) is { Total: > 0 }))]));
    }

    private static double Growth(string queue, IReadOnlyList<Observation> seen)
    {
        var now = seen[^1];
        var before = seen.First(look => now.At - look.At <= Lately);
        var seconds = (now.At - before.At).TotalSeconds;
        return seconds > 0 ? ((now.CountsOf(queue)?.Waiting ?? 0) - (before.CountsOf(queue)?.Waiting ?? 0)) / seconds : 0;
    }
}
