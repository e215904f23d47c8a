using LocalAws.EventBridge.Lists;

namespace LocalAws.EventBridge.Replays;

/// <summary>
/// A replay: the events of an archive, from a window of time, once more on their bus. Its state follows from the clock and from
/// what became of its events, so that it changes when it is looked at.
/// </summary>
/// <param name="Request">What the client asked for; checked.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="Progress">How far its events have got.</param>
/// <remarks>
/// AWS takes minutes. Here the states last long enough to be seen, and for a cancellation to come in time: a second of STARTING,
/// at least two of RUNNING, a second of CANCELLING.
/// </remarks>
internal sealed record Replay(StartReplayRequest Request, string Arn, DateTimeOffset StartedAt, ReplayProgress Progress) : INamed
{
    public static readonly TimeSpan Starting = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestRun = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Cancelling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public string Name => Request.ReplayName!;

    /// <summary>When a client cancelled it; null while none has.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    public string State(DateTimeOffset now) => this switch
    {
        { CancelledAt: not null } => EndedAt(now) is null ? ReplayState.Cancelling : ReplayState.Cancelled,
        _ when now < StartedAt + Starting => ReplayState.Starting,
        _ => EndedAt(now) is null ? ReplayState.Running : ReplayState.Completed,
    };

    /// <summary>When it was completed or cancelled; null while it was not.</summary>
    public DateTimeOffset? EndedAt(DateTimeOffset now)
    {
        var end = CancelledAt is { } cancelled ? cancelled + Cancelling : Finished();
        return end <= now ? end : null;
    }

    /// <summary>Whether it counts towards the limit of those that run at once.</summary>
    public bool IsActive(DateTimeOffset now) => EndedAt(now) is null;

    /// <summary>Whether AWS would have forgotten it: a replay is kept for 90 days.</summary>
    public bool IsForgotten(DateTimeOffset now) => EndedAt(now) is { } end && now - end > Kept;

    private DateTimeOffset? Finished()
    {
        var finished = Progress.FinishedAt(StartedAt);
        return finished < StartedAt + ShortestRun ? StartedAt + ShortestRun : finished;
    }
}

/// <summary>How far a replay is, in AWS's words. One here never fails.</summary>
internal static class ReplayState
{
    public const string Starting = "STARTING";
    public const string Running = "RUNNING";
    public const string Completed = "COMPLETED";
    public const string Cancelling = "CANCELLING";
    public const string Cancelled = "CANCELLED";

    /// <summary>Every state there is, in the order of AWS's model.</summary>
    public static readonly IReadOnlyList<string> All = [Starting, Running, Cancelling, Completed, Cancelled, "FAILED"];
}
