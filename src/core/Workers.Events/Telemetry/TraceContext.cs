using System.Diagnostics;
using System.Text;
using System.Text.Json;

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
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(detail));
        try
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement.TryGetProperty(MetadataField.Metadata, out var metadata)
                && metadata.TryGetProperty(MetadataField.TraceParent, out var traceParent)
                ? Of(traceParent.GetString())
                : default;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;   // EventBridge will say what is wrong with it
        }
    }
}
