using System.ComponentModel.DataAnnotations;

namespace Workers.Analytics.Counting;

/// <summary>How counters are spread. Bound from <c>Workers:Analytics</c>.</summary>
public sealed class CounterOptions
{
    /// <summary>How many rows one counter is spread over, so that workers hardly meet on one.</summary>
    /// <value>16. From 1 to 1,000; every shard is one more row to read. Lowering it loses nothing: reads sum whatever is there.</value>
    [Range(1, 1000, ErrorMessage = "Workers:Analytics:Shards must be from 1 to 1000: a counter needs a row, and a read sums them all.")]
    public int Shards { get; set; } = 16;

    /// <summary>This instance's name; its hash picks the shard that it writes.</summary>
    /// <value>The machine's name, which in Kubernetes is the pod's.</value>
    [Required(ErrorMessage = "Workers:Analytics:Instance must not be empty: every instance would write one shard.")]
    public string Instance { get; set; } = Environment.MachineName;
}
