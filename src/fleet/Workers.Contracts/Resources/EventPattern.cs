using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Events;

namespace Workers.Contracts.Resources;

/// <summary>What a rule matches: any of some events, and optionally a condition on the detail.</summary>
/// <param name="Events">
/// The events. EventBridge matches each of their sources with each of their detail-types, so that events of several sources stand together
/// only where no other event comes of that. Or all of them are of <see cref="EventName.AnySource"/>.
/// </param>
public sealed record EventPattern(params IReadOnlyList<EventName> Events)
{
    /// <summary>Matches every event on the bus.</summary>
    public static EventPattern Everything { get; } = new();

    // The default encoder would write the `>` of a numeric condition as an escape: right, and unreadable in a console.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pattern of the detail, as JSON; null matches any.</summary>
    public string? Detail { get; init; }

    /// <summary>The pattern as EventBridge takes it.</summary>
    public string ToJson()
    {
        var pattern = new JsonObject();
        if (Events.Count == 0)
        {
            pattern["source"] = new JsonArray(new JsonObject { ["prefix"] = "" });
        }
        else if (Events[0].Source != EventName.AnySource)
        {
            pattern["source"] = Array(Events.Select(name => name.Source).Distinct());
        }

        if (Events.Count > 0)
        {
            pattern["detail-type"] = Array(Events.Select(name => name.DetailType));
        }

        if (Detail is not null)
        {
            pattern["detail"] = JsonNode.Parse(Detail);
        }

        return pattern.ToJsonString(Readable);
    }

    private static JsonArray Array(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
