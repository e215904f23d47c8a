using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Contracts.Resources;

/// <summary>What a rule matches: one source, any of some detail-types, and optionally a condition on the detail.</summary>
/// <param name="Source">The event's source.</param>
/// <param name="DetailTypes">The detail-types, any of which matches.</param>
public sealed record EventPattern(string Source, params IReadOnlyList<string> DetailTypes)
{
    // The default encoder would write the `>` of a numeric condition as an escape: right, and unreadable in a console.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pattern of the detail, as JSON; null matches any.</summary>
    public string? Detail { get; init; }

    /// <summary>The pattern as EventBridge takes it.</summary>
    public string ToJson()
    {
        var pattern = new JsonObject
        {
            ["source"] = new JsonArray(Source),
            ["detail-type"] = new JsonArray([.. DetailTypes.Select(name => JsonValue.Create(name))]),
        };
        if (Detail is not null)
        {
            pattern["detail"] = JsonNode.Parse(Detail);
        }

        return pattern.ToJsonString(Readable);
    }
}
