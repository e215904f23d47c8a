using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;
using Workers.Defaults.Health;

namespace Workers.Defaults.Telemetry;

/// <summary>
/// Hides from the exporter what is not of this host. A listener hears every host of the process, and in one process with others
/// each would send the others' spans as its own. An orchestrator's probes are no work, and are hidden too.
/// </summary>
internal sealed class OwnSpans(IEnumerable<ActivitySource> sources) : BaseProcessor<Activity>
{
    private const string Hidden = nameof(Hidden);
    private readonly FrozenSet<ActivitySource> _sources = sources.ToFrozenSet();

    public override void OnEnd(Activity data)
    {
        if (data.Recorded && (!_sources.Contains(data.Source) || IsProbe(data)))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;   // the exporter passes over what is not recorded
            data.SetCustomProperty(Hidden, Hidden);
        }
    }

    private static bool IsProbe(Activity span) =>
        span.GetTagItem("url.path") is string path && path.StartsWith(HealthEndpoints.Root, StringComparison.Ordinal);

    /// <summary>Comes after the exporter: another host's listener is the next to look at the span.</summary>
    internal sealed class ShownAgain : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.GetCustomProperty(Hidden) is not null)
            {
                data.SetCustomProperty(Hidden, null);
                data.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
            }
        }
    }
}
