using System.Text.Json.Nodes;
using Workers.Events.Publishing;

namespace Workers.Testing;

/// <summary>Wraps events as EventBridge does before it puts them into a queue.</summary>
internal static class EnvelopeJson
{
    public static string Of(OutgoingEvent outgoing, string envelopeId) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = envelopeId,
        ["detail-type"] = outgoing.Name.DetailType,
        ["source"] = outgoing.Name.Source,
        ["account"] = "000000000000",
        ["time"] = outgoing.Time.UtcDateTime,
        ["region"] = "us-east-1",
        ["resources"] = new JsonArray(),
        ["detail"] = JsonNode.Parse(outgoing.Detail),
    }.ToJsonString();
}
