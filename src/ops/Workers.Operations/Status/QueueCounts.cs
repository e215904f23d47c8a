namespace Workers.Operations.Status;

/// <summary>A queue as SQS counts it: approximately.</summary>
/// <param name="Waiting">Messages that a receive would bring.</param>
/// <param name="InFlight">Messages that were handed out and are neither deleted nor shown again.</param>
/// <param name="Delayed">Messages that are not shown yet.</param>
public sealed record QueueCounts(int Waiting, int InFlight, int Delayed)
{
    /// <summary>All that is there.</summary>
    public int Total => Waiting + InFlight + Delayed;
}
