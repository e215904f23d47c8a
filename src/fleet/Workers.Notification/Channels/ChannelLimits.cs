using System.ComponentModel.DataAnnotations;

namespace Workers.Notification.Channels;

/// <summary>What a channel is held to, so that a slow or broken one delays only its own messages. Bound from <c>Workers:Notification:Channels:{name}</c>.</summary>
public sealed class ChannelLimits
{
    /// <summary>
    /// How many notifications may be on their way at once; more wait in the queue. The channels in use, without <c>log</c>, must together
    /// leave one of the queue's places (<c>Workers:Notification:MaxInFlight</c>) to others.
    /// </summary>
    /// <value>8, of <c>log</c> 1,000. From 1 to 1,000.</value>
    [Range(1, 1000, ErrorMessage = "A channel's MaxConcurrent must be from 1 to 1000: with none, nothing would be sent.")]
    public int MaxConcurrent { get; set; } = 8;

    /// <summary>How long one delivery may take before it counts as failed.</summary>
    /// <value>10 seconds. From 10 milliseconds to 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00", ErrorMessage = "A channel's Timeout must be from 10 ms to 10 minutes: a delivery without an end would hold its message for ever.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the channel rests after half of at least ten deliveries within half a minute have failed; its messages wait. After it one
    /// delivery tries the channel, and waits like the others where that fails.
    /// </summary>
    /// <value>30 seconds. From 500 milliseconds to a day.</value>
    [Range(typeof(TimeSpan), "00:00:00.500", "1.00:00:00", ErrorMessage = "A channel's Break must be from 500 ms to a day.")]
    public TimeSpan Break { get; set; } = TimeSpan.FromSeconds(30);
}
