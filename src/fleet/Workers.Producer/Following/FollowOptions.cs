using System.ComponentModel.DataAnnotations;

namespace Workers.Producer.Following;

/// <summary>How many callers may follow orders. Bound from <c>Workers:Producer</c>.</summary>
internal sealed class FollowOptions
{
    /// <summary>
    /// Requests that wait at once, because of <c>Prefer: wait</c>, until their order has ended. One more is answered at once, as if it had not
    /// asked for that.
    /// </summary>
    /// <value>
    /// 100. From 0, which lets nobody wait, to 10,000; never more than half of <c>MaxConcurrentRequests</c>, in which they are counted. Each
    /// reads its order about twice a second.
    /// </value>
    [Range(0, 10_000, ErrorMessage = "Workers:Producer:MaxWaits must be from 0, which lets nobody wait, to 10000.")]
    public int MaxWaits { get; set; } = 100;

    /// <summary>
    /// Streams of <c>GET /orders/{id}/watch</c> that are open at once; one more hears 503 and when to come back. They are not counted in
    /// <c>MaxConcurrentRequests</c>.
    /// </summary>
    /// <value>100. From 0, which lets nobody watch, to 10,000. Each holds a connection, and reads its order up to ten times a second.</value>
    [Range(0, 10_000, ErrorMessage = "Workers:Producer:MaxWatches must be from 0, which lets nobody watch, to 10000.")]
    public int MaxWatches { get; set; } = 100;
}
