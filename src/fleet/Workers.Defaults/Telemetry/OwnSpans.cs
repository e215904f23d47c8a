using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Workers.Defaults.Telemetry;

/// <summary>
/// Hides from the exporter the spans of other hosts. A listener hears every host of the process, and in one process with others
/// each would send the others' spans as its own.
/// </summary>
internal sealed class OwnSpans(IEnumerable<ActivitySource> sources) : BaseProcessor<Activity>
{
    private const string Hidden = nameof(Hidden);
    private readonly FrozenSet<ActivitySource> _sources = sources.ToFrozenSet();

    public override void OnEnd(Activity data)
    {
        if (data.Recorded && !_sources.Contains(data.Source))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;   // the exporter passes over what is not recorded
            data.SetCustomProperty(Hidden, Hidden);
        }
    }

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
