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

    private static JsonArray Values(IEnumerable<string> values) =>
        [.. values.Distinct().Order(StringComparer.Ordinal).Select(value => JsonValue.Create(value))];
}
