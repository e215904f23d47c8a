using System.ComponentModel.DataAnnotations;

namespace Workers.Defaults;

/// <summary>What every host of the fleet can be told, beside its prefix. Bound from <c>Workers</c>.</summary>
internal sealed class HostSettings
{
    public const string Section = "Workers";

    /// <summary>How long a stopping host may take. Less than the orchestrator's grace period.</summary>
    /// <value>45 seconds. From 1 second to 1 hour, and more than a consumer's drain limit (25 seconds).</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Workers:ShutdownTimeout must be from 00:00:01 to 01:00:00: a drain would be cut off, or a host that hangs never end.")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(45);
}
