using LocalAws.EventBridge.Data;

namespace LocalAws.EventBridge.Replays;

/// <summary>How far the events of a replay have got. The replay's run writes it; any thread may read.</summary>
/// <param name="events">How many are left.</param>
/// <param name="lastEventTime">The time of the event that was replayed last; null when none was.</param>
/// <param name="lastReplayedAt">When that was.</param>
internal sealed class ReplayProgress(int events, DateTimeOffset? lastEventTime = null, DateTimeOffset? lastReplayedAt = null)
{
    private readonly Lock _lock = new();
    private int _remaining = events;
    private DateTimeOffset? _lastEventTime = lastEventTime;
    private DateTimeOffset? _lastReplayedAt = lastReplayedAt;

    /// <summary>The time of the event that was replayed last.</summary>
    public DateTimeOffset? LastEventTime
    {
        get
        {
            lock (_lock)
            {
                return _lastEventTime;
            }
        }
    }

    /// <summary>How many events are left.</summary>
    public int Remaining
    {
        get
        {
            lock (_lock)
            {
                return _remaining;
            }
        }
    }

    /// <summary>What is to be saved of a replay.</summary>
    public ReplaySaved Save(Replay replay)
    {
        lock (_lock)
        {
            return new ReplaySaved(replay.Request, replay.Arn, replay.StartedAt, _remaining)
            {
                CancelledAt = replay.CancelledAt,
                LastEventTime = _lastEventTime,
                LastReplayedAt = _lastReplayedAt,
            };
        }
    }

    /// <summary>Notes that one more event is on its way.</summary>
    /// <param name="eventTime">The time in the event.</param>
    /// <param name="now">The time it is.</param>
    public void Advance(DateTimeOffset eventTime, DateTimeOffset now)
    {
        lock (_lock)
        {
            _remaining--;
            _lastEventTime = eventTime;
            _lastReplayedAt = now;
        }
    }

    /// <summary>When the last event went on its way; null while some are left.</summary>
    /// <param name="startedAt">The answer when there were no events at all.</param>
    public DateTimeOffset? FinishedAt(DateTimeOffset startedAt)
    {
        lock (_lock)
        {
            return _remaining > 0 ? null : _lastReplayedAt ?? startedAt;
        }
    }
}
