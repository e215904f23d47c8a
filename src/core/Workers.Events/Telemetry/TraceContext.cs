using System.Diagnostics;
using System.Text;
using Workers.Events.Reading;

namespace Workers.Events.Telemetry;

/// <summary>Finds the trace that an event belongs to: EventBridge carries none, so the event's metadata does.</summary>
public static class TraceContext
{
    /// <summary>The span that an event was made in; none where the text is absent or no trace context: that begins a new trace.</summary>
    public static ActivityContext Of(string? traceParent)
    {
        _ = ActivityContext.TryParse(traceParent, null, isRemote: true, out var context);
        return context;
    }

    /// <summary>The span in the metadata of a detail that this library composed.</summary>
    internal static ActivityContext OfDetail(string detail)
    {
        try
        {
            return Of(StatedMetadata.Of(ScannedBody.OfDetail(Encoding.UTF8.GetBytes(detail))).TraceParent);
        }
        catch (PoisonEventException)
        {
            return default;   // EventBridge will say what is wrong with it
        }
    }
}
