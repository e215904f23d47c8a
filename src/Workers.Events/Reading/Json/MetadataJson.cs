using System.Text.Json.Serialization;

namespace Workers.Events.Reading.Json;

/// <summary><c>detail.metadata</c> on the wire, where a foreign producer may leave out anything.</summary>
internal sealed class MetadataJson
{
    public string? EventId { get; set; }

    public string? EventVersion { get; set; }

    public string? CorrelationId { get; set; }

    public string? CausationId { get; set; }

    [JsonPropertyName("traceparent")]
    public string? TraceParent { get; set; }
}
