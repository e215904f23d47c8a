namespace Workers.Effects.Beats;

/// <summary>What one queue lost to this instance lately, and what of it is here just now.</summary>
internal sealed class QueueTally(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Begun, long Gone)> _beats = new([(time.GetTimestamp(), 0)]);
    private long _gone;

    /// <summary>How many messages are being handled.</summary>
    public int InFlight { get; set; }

    /// <summary>How long ago the oldest of them came into the queue.</summary>
    public double OldestSeconds { get; set; }

    /// <summary>A message left the queue for good.</summary>
    public void Gone(long count) => Interlocked.Add(ref _gone, count);

    /// <summary>How many messages a second have left the queue during the last beats; zero before the first is over.</summary>
    public double ReadRate()
    {
        lock (_lock)
        {
            var (begun, gone) = _beats.Peek();
            var seconds = time.GetElapsedTime(begun).TotalSeconds;
            return seconds > 0 ? Math.Round((Interlocked.Read(ref _gone) - gone) / seconds, 3) : 0;
        }
    }

    /// <summary>A beat is over: the oldest is forgotten.</summary>
    public void Turn()
    {
        lock (_lock)
        {
            _beats.Enqueue((time.GetTimestamp(), Interlocked.Read(ref _gone)));
            if (_beats.Count > LatencyWindow.Beats)
            {
                _beats.Dequeue();
            }
        }
    }
}
