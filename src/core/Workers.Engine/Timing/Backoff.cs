using Workers.Events;

namespace Workers.Engine.Timing;

/// <summary>How long a message that comes again stays away. All that is known of its past is its receive count.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan cap, Jitter jitter)
{
    /// <summary>So often a handler gets exactly the delay that it asks for.</summary>
    private const int WaitsAsAsked = 5;

    private static readonly TimeSpan ShortestGrowing = TimeSpan.FromSeconds(1);

    /// <summary>The delay after a receive: drawn evenly from zero to a bound that doubles with each ("full jitter").</summary>
    public TimeSpan After(int receiveCount) => jitter.UpTo(Doubled(first, receiveCount - 1));

    /// <summary>The delay that a handler asked for. From the sixth receive on it doubles, so that an endless wait does not cost endless calls.</summary>
    public TimeSpan Asked(TimeSpan delay, int receiveCount)
    {
        if (receiveCount <= WaitsAsAsked || delay >= cap)
        {
            return delay;
        }

        var growing = delay > ShortestGrowing ? delay : ShortestGrowing;
        return Doubled(growing, receiveCount - WaitsAsAsked);
    }

    private TimeSpan Doubled(TimeSpan start, int times)
    {
        var seconds = start.TotalSeconds * Math.Pow(2, Math.Max(0, times));
        return seconds < cap.TotalSeconds ? TimeSpan.FromSeconds(seconds) : cap;
    }
}
