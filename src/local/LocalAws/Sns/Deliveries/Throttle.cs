namespace LocalAws.Sns.Deliveries;

/// <summary>When each subscription may be posted to next, so that its posts keep to its throttle policy.</summary>
internal sealed class Throttle
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _next = [];

    /// <summary>Takes the next place of a subscription, and says how long to wait for it; null when there is no need to.</summary>
    public TimeSpan? Reserve(HttpPost post, DateTimeOffset now)
    {
        if (post.Policy.MaxReceivesPerSecond is not { } most)
        {
            return null;
        }

        lock (_lock)
        {
            var place = _next.TryGetValue(post.Subscription.Arn, out var next) && next > now ? next : now;
            _next[post.Subscription.Arn] = place + (TimeSpan.FromSeconds(1) / most);
            return place - now;
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
