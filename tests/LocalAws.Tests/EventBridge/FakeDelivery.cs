using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

/// <summary>What reached a queue.</summary>
internal sealed record FakeDelivery(
    string QueueArn, string Body, IReadOnlyDictionary<string, string>? Attributes, string? RuleArn, string? TraceHeader)
{
    /// <summary>The group of the message.</summary>
    public string? GroupId { get; init; }

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Detail => Json["detail"]!.ToJsonString();
}
