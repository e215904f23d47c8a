using System.ComponentModel.DataAnnotations;

namespace Workers.Producer.Idempotency;

/// <summary>How idempotency keys are remembered. Bound from <c>Workers:Producer</c>.</summary>
internal sealed class IdempotencyOptions
{
    /// <summary>How long a key is remembered, with the fingerprint of what came with it.</summary>
    /// <value>
    /// 36 days. From 35 to 400 days. It must be as long as workers remember an event (<c>Workers:Effects:MarkerLife</c>, 35 days): another
    /// body under a key that was forgotten sooner would be accepted, and its event dropped as a repeat.
    /// </value>
    [Range(typeof(TimeSpan), "35.00:00:00", "400.00:00:00",
        ErrorMessage = "Workers:Producer:IdempotencyKeyLife must be from 35.00:00:00 to 400.00:00:00: "
        + "another body under a key that is forgotten sooner would be accepted, and its event dropped as a repeat.")]
    public TimeSpan IdempotencyKeyLife { get; set; } = TimeSpan.FromDays(36);
}
