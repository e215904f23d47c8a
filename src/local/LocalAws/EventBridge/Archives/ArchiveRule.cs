using LocalAws.EventBridge.Inputs;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Targets;
using LocalAws.Patterns;

namespace LocalAws.EventBridge.Archives;

/// <summary>
/// The rule that AWS makes of an archive: clients see it among the bus's rules, and cannot change it. Here the archive takes its
/// events itself; the rule only shows.
/// </summary>
internal static class ArchiveRule
{
    private const string Service = "prod.vhs.events.aws.internal";

    private const string NotReplayed = "\"replay-name\":[{\"exists\":false}]}";

    public static Rule Of(Archive archive, string region)
    {
        var name = $"Events-Archive-{archive.Name}";
        var target = new Target(name, $"arn:aws:events:{region}:::")
        {
            InputTransformer = new InputTransformer(
                new Dictionary<string, string?>(),
                $"{{\"archive-arn\": \"{archive.Arn}\", \"event\": <aws.events.event.json>, "
                + "\"ingestion-time\": <aws.events.event.ingestion-time>}"),
        };
        return new Rule(name, EventBridgeArn.OfRule(region, archive.BusName, name), archive.BusName)
        {
            Pattern = Pattern(archive),
            ManagedBy = Service,
            Targets = Catalog<RuleTarget>.Empty.With(new RuleTarget(target, new WholeEvent())),
        };
    }

    // Replayed events are not archived again.
    private static EventPattern Pattern(Archive archive) => EventPattern.Parse(archive.Pattern is { Text: var text }
        ? $"{text[..text.LastIndexOf('}')].TrimEnd()},{NotReplayed}"
        : "{" + NotReplayed);
}
