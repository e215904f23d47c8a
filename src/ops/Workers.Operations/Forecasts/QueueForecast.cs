namespace Workers.Operations.Forecasts;

/// <summary>What will become of a queue if all goes on as it does now. Null stands for never, or for what nobody can tell.</summary>
/// <param name="Queue">Its unprefixed name.</param>
/// <param name="Waiting">Messages that wait and are in flight, by SQS's approximate count.</param>
/// <param name="ArrivingPerSecond">How many come in; what left it and what its count changed by, between two looks.</param>
/// <param name="GonePerSecond">How many leave for good, by what its instances told of the last minute.</param>
/// <param name="Instances">How many instances consume it.</param>
/// <param name="IsPaused">Whether somebody paused it.</param>
/// <param name="PerInstance">How many a second one instance does: measured where the queue is deep, else what the topology assumes.</param>
/// <param name="IsMeasured">Whether <paramref name="PerInstance"/> was measured.</param>
/// <param name="EmptyInSeconds">When it is empty; 0 where it is.</param>
/// <param name="LateInSeconds">When a message that comes in waits longer than the limit; 0 where it does already.</param>
/// <param name="InstancesToKeepUp">How many would do for what comes in.</param>
/// <param name="InstancesToCatchUp">How many would do to have it empty within the limit as well.</param>
internal sealed record QueueForecast(
    string Queue,
    int Waiting,
    double ArrivingPerSecond,
    double GonePerSecond,
    int Instances,
    bool IsPaused,
    double PerInstance,
    bool IsMeasured,
    double? EmptyInSeconds,
    double? LateInSeconds,
    int InstancesToKeepUp,
    int InstancesToCatchUp)
{
    // Below this many messages for each instance they wait for work, and their rate says nothing of what they could do.
    private const int Deep = 20;

    public static QueueForecast Of(QueueRates rates, double assumedPerInstance, TimeSpan limit)
    {
        var (waiting, gone, instances) = (rates.Waiting, rates.GonePerSecond, rates.Instances);
        var arriving = Math.Max(0, gone + rates.GrowthPerSecond);
        var isMeasured = instances > 0 && gone > 0 && waiting >= Deep * instances;
        var perInstance = isMeasured ? gone / instances : assumedPerInstance;
        return new(
            rates.Queue,
            waiting,
            Math.Round(arriving, 2),
            Math.Round(gone, 2),
            instances,
            rates.IsPaused,
            Math.Round(perInstance, 2),
            isMeasured,
            EmptyIn(waiting, arriving, gone),
            LateIn(waiting, arriving, gone, limit.TotalSeconds),
            Ceiling(arriving / perInstance),
            Ceiling((arriving + (waiting / limit.TotalSeconds)) / perInstance));
    }

    private static double? EmptyIn(int waiting, double arriving, double gone) =>
        waiting == 0 ? 0
        : gone > arriving ? Math.Ceiling(waiting / (gone - arriving))
        : null;

    /// <summary>A message that comes in waits for all before it: waiting / gone. That grows by (arriving - gone) / gone each second.</summary>
    private static double? LateIn(int waiting, double arriving, double gone, double limit)
    {
        if (waiting == 0 && arriving == 0)
        {
            return null;
        }

        if (gone == 0)
        {
            return limit;   // nothing leaves: what comes in now is late by then
        }

        return waiting / gone > limit ? 0
            : arriving > gone ? Math.Ceiling(((limit * gone) - waiting) / (arriving - gone))
            : null;
    }

    private static int Ceiling(double instances) => Math.Max(1, (int)Math.Ceiling(instances));
}

/// <summary>What a queue does just now.</summary>
/// <param name="Queue">Its unprefixed name.</param>
/// <param name="Waiting">Messages that wait and are in flight.</param>
/// <param name="GrowthPerSecond">By how many its count changed, in a second.</param>
/// <param name="GonePerSecond">How many left for good, in a second.</param>
/// <param name="Instances">How many instances consume it.</param>
/// <param name="IsPaused">Whether somebody paused it.</param>
internal sealed record QueueRates(string Queue, int Waiting, double GrowthPerSecond, double GonePerSecond, int Instances, bool IsPaused);
