namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>When each API destination may be called next, so that its calls stay within its rate.</summary>
internal sealed class RateLimits
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _next = [];

    /// <summary>Takes the next slot of a destination, and says when it is.</summary>
    public DateTimeOffset Reserve(ApiDestination destination, DateTimeOffset now)
    {
        lock (_lock)
        {
            var slot = _next.TryGetValue(destination.Arn, out var next) && next > now ? next : now;
            _next[destination.Arn] = slot + (TimeSpan.FromSeconds(1) / destination.InvocationRateLimitPerSecond);
            return slot;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
        }
    }
}
