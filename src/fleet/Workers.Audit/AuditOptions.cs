using System.ComponentModel.DataAnnotations;
using Workers.AuditTrail;

namespace Workers.Audit;

/// <summary>How events are kept. Bound from <c>Workers:Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>
    /// How many chains a day has. An instance adds to one of them, by its name; those that share one wait for each other.
    /// </summary>
    /// <value>16. From 1 to 100; at least as many as there are instances, better twice as many.</value>
    [Range(1, ChainName.MostShards, ErrorMessage = "Workers:Audit:Shards must be from 1 to 100: its number has two digits in a chain's name.")]
    public int Shards { get; set; } = 16;

    /// <summary>This instance's name; its hash picks the chain that it adds to.</summary>
    /// <value>The machine's name, which in Kubernetes is the pod's.</value>
    [Required(ErrorMessage = "Workers:Audit:Instance must not be empty: every instance would add to one chain.")]
    public string Instance { get; set; } = Environment.MachineName;

    /// <summary>
    /// How long events are kept, from the end of the day on which they are recorded. A chain keeps to what it began with: a change takes
    /// effect with the next day's. DynamoDB deletes within a few days of the time.
    /// </summary>
    /// <value>Not set: for ever. From 30 days, longer than SQS keeps a message that waits to be recorded, to 36,500 days.</value>
    [Range(
        typeof(TimeSpan),
        "30.00:00:00",
        "36500.00:00:00",
        ErrorMessage = "Workers:Audit:KeepFor must be from 30 to 36500 days: a message may wait for 14, and needs its chain.")]
    public TimeSpan? KeepFor { get; set; }
}
