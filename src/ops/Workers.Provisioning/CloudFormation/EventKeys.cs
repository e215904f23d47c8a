using System.Text.Json.Nodes;
using Workers.Events;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Events as the condition keys of IAM have them: by source and by detail-type, each on its own.</summary>
internal static class EventKeys
{
    public const string Source = "events:source";
    public const string DetailType = "events:detail-type";

    public static JsonObject Of(IEnumerable<EventName> names)
    {
        var all = names.ToList();
        return new()
        {
            [Source] = Values(all.Select(name => name.Source)),
            [DetailType] = Values(all.Select(name => name.DetailType)),
        };
    }

    /// <summary>The condition that every entry of a call is one of these. A call has several, and must have one.</summary>
    public static JsonObject Only(IEnumerable<EventName> names) => new()
    {
        ["ForAllValues:StringEquals"] = Of(names),
        ["Null"] = new JsonObject { [Source] = "false", [DetailType] = "false" },
    };

    private static JsonArray Values(IEnumerable<string> values) =>
        [.. values.Distinct().Order(StringComparer.Ordinal).Select(value => JsonValue.Create(value))];
}
