using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.Targets;

/// <summary>PutTargets.</summary>
internal sealed record PutTargetsRequest(string? Rule, string? EventBusName, IReadOnlyList<Target>? Targets);

/// <summary>RemoveTargets.</summary>
internal sealed record RemoveTargetsRequest(string? Rule, string? EventBusName, IReadOnlyList<string>? Ids, bool? Force);

/// <summary>What PutTargets and RemoveTargets could not do.</summary>
internal sealed record TargetChange(int FailedEntryCount, IReadOnlyList<FailedTarget> FailedEntries)
{
    public static TargetChange Of(IReadOnlyList<FailedTarget> failed) => new(failed.Count, failed);
}

/// <summary>A target that could not be changed.</summary>
internal sealed record FailedTarget(string TargetId, string ErrorCode, string ErrorMessage);

/// <summary>A page of ListTargetsByRule.</summary>
internal sealed record TargetPage(IEnumerable<Target> Targets, string? NextToken);

/// <summary>Put, list and remove the targets of rules.</summary>
internal sealed class TargetOperations(Regions regions, TargetCompiler compiler)
{
    private const int MaxTargets = 5;
    private const int MaxNameLength = 64;

    /// <summary>Adds targets; one whose id is known is replaced.</summary>
    public TargetChange Put(PutTargetsRequest request, AwsRequest aws)
    {
        Check(request);
        var targets = request.Targets!.Select(TargetCompiler.Compile).ToList();
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        regions.Change(address.Region, region =>
        {
            var rule = region.OwnRule(address.Name, request.Rule!);
            compiler.CheckArns(targets);
            var all = rule.Targets.With(targets);
            return all.Items.Length > MaxTargets
                ? throw EventBridgeErrors.LimitExceeded()
                : region.With(rule with { Targets = all });
        });
        return TargetChange.Of([]);
    }

    public TargetPage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength).Name("rule", request.Rule, MaxNameLength).Check();
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var rule = regions[address.Region].Rule(address.Name, request.Rule!);
        var page = Page<RuleTarget>.Of(rule.Targets.Items, request);
        return new TargetPage(page.Items.Select(target => target.Definition), page.NextToken);
    }

    public TargetChange Remove(RemoveTargetsRequest request, AwsRequest aws)
    {
        new Constraints()
            .Name("rule", request.Rule, MaxNameLength)
            .Bus("eventBusName", request.EventBusName)
            .Count("ids", request.Ids, 1, 100)
            .Each("ids", request.Ids, (constraints, member, id) => constraints.Name(member, id, MaxNameLength))
            .Check();
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        List<FailedTarget> failed = [];
        regions.Change(address.Region, region =>
        {
            var rule = region.OwnRule(address.Name, request.Rule!, request.Force);
            failed.AddRange(request.Ids!.Where(id => rule.Targets.Find(id) is null).Select(id => new FailedTarget(
                id, "ResourceNotFoundException", $"Rule '{rule.Name}' does not have a target with the Id '{id}'.")));
            return region.With(rule with { Targets = rule.Targets.Without(request.Ids!) });
        });
        return TargetChange.Of(failed);
    }

    private static void Check(PutTargetsRequest request) => new Constraints()
        .Name("rule", request.Rule, MaxNameLength)
        .Bus("eventBusName", request.EventBusName)
        .Count("targets", request.Targets, 1, 100)
        .Each("targets", request.Targets, Target.Constrain)
        .Check();
}
