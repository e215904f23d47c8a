using System.Text.Json.Nodes;

namespace Workers.Tests.AwsServiceClients;

/// <summary>A request as it came over the wire.</summary>
public sealed record SentRequest(string Protocol, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string this[string header] => Headers.GetValueOrDefault(header, "");
}
