using System.Text.Json.Serialization;

namespace Workers.Events.Reading.Json;

/// <summary>EventBridge's envelope, as far as it is read; the detail is left where it is.</summary>
internal sealed class BodyJson
{
    public string? Id { get; set; }

    public string? Source { get; set; }

    [JsonPropertyName("detail-type")]
    public string? DetailType { get; set; }

    public DateTimeOffset? Time { get; set; }

    public JsonRange Detail { get; set; }
}
