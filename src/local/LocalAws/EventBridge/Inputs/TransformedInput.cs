using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Rules;

namespace LocalAws.EventBridge.Inputs;

/// <summary>A target's <c>InputTransformer</c>: a template filled with parts of the event.</summary>
/// <param name="template">The template.</param>
/// <param name="paths">Where in the event the variables' values stand.</param>
internal sealed class TransformedInput(InputTemplate template, IReadOnlyDictionary<string, JsonPath> paths) : ITargetInput
{
    private const string RuleArn = "aws.events.rule-arn";
    private const string RuleName = "aws.events.rule-name";
    private const string IngestionTime = "aws.events.event.ingestion-time";
    private const string EventJson = "aws.events.event.json";
    private const string EventHead = "aws.events.event";

    /// <summary>The variables that exist without a path.</summary>
    public static readonly IReadOnlySet<string> Predefined =
        new HashSet<string> { RuleArn, RuleName, IngestionTime, EventJson, EventHead };

    public string Render(BusEvent @event, Rule rule)
    {
        var body = template.Fill(variable => variable switch
        {
            RuleArn => $"\"{rule.Arn}\"",
            RuleName => $"\"{rule.Name}\"",
            IngestionTime => $"\"{BusEvent.Format(@event.IngestedAt)}\"",
            EventJson => @event.Text,
            EventHead => Head(@event),
            _ => paths[variable].Find(@event.Root),
        });
        return JsonText.FindError(body) is { } error
            ? throw new InputException($"The InputTransformer's result is not JSON: {error}")
            : body;
    }

    // Everything but the detail; AWS names and orders the members like this.
    private static string Head(BusEvent @event)
    {
        var root = @event.Root;
        return $$"""
            {"id":{{Raw("id")}},"account":{{Raw("account")}},"detailType":{{Raw("detail-type")}},"time":{{Raw("time")}},
            "source":{{Raw("source")}},"region":{{Raw("region")}},"resources":{{Raw("resources")}},"version":{{Raw("version")}}}
            """;

        string Raw(string member) => root.GetProperty(member).GetRawText();
    }
}
