using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Events.Publishing;

/// <summary>An event ready for the bus.</summary>
/// <param name="EventId">The idempotency key that the detail's metadata carries.</param>
/// <param name="Name">Source and detail-type.</param>
/// <param name="Detail">The detail as a JSON object, its metadata included.</param>
/// <param name="Time">The envelope's time.</param>
public sealed record OutgoingEvent(string EventId, EventName Name, string Detail, DateTimeOffset Time)
{
    // Escapes for HTML would only cost bytes: nothing on the bus is a web page.
    internal static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether it is told by the way, and answers no task: it carries no token, however often it is told.</summary>
    /// <value>No.</value>
    public bool IsAside { get; init; }

    /// <summary>
    /// The same event under another task's token: whoever asks again is answered under the token that waits now. One that is told by the way
    /// stays as it is.
    /// </summary>
    public OutgoingEvent WithTaskToken(string taskToken)
    {
        if (IsAside)
        {
            return this;
        }

        var json = JsonNode.Parse(Detail)!.AsObject();
        json[MetadataField.Metadata]![MetadataField.TaskToken] = taskToken;
        return this with { Detail = json.ToJsonString(Plain) };
    }
}
