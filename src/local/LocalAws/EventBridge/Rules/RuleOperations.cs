using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Schedules;
using LocalAws.Http;

namespace LocalAws.EventBridge.Rules;

/// <summary>DescribeRule, DeleteRule, EnableRule and DisableRule.</summary>
internal sealed record RuleRequest(string? Name, string? EventBusName, bool? Force);

/// <summary>A page of ListRules.</summary>
internal sealed record RulePage(IEnumerable<RuleDescription> Rules, string? NextToken);

/// <summary>A page of ListRuleNamesByTarget.</summary>
internal sealed record RuleNamePage(IEnumerable<string> RuleNames, string? NextToken);

/// <summary>Describe, list, enable, disable and delete rules.</summary>
internal sealed class RuleOperations(Regions regions, ScheduleRunner schedules)
{
    public RuleDescription Describe(RuleRequest request, AwsRequest aws)
    {
        Check(request);
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var rule = regions[address.Region].Rule(address.Name, request.Name!);
        return RuleDescription.Of(rule) with { CreatedBy = AwsRequest.Account };
    }

    public RulePage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(Rule.MaxNameLength).Check();
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var page = Page<Rule>.Of(regions[address.Region].RulesOf(address.Name).Items, request);
        return new RulePage(page.Items.Select(RuleDescription.Of), page.NextToken);
    }

    public RuleNamePage ListNamesByTarget(ListRequest request, AwsRequest aws)
    {
        request.Constrain(Rule.MaxNameLength)
            .Require("targetArn", request.TargetArn)
            .Length("targetArn", request.TargetArn, 1, 1600)
            .Check();
        var bus = regions.Bus(BusAddress.Of(request.EventBusName, aws.Region));
        var rules = bus.Rules.Items.Where(rule => rule.Targets.Items.Any(target => target.Arn == request.TargetArn));
        var page = Page<Rule>.Of(rules, request);
        return new RuleNamePage(page.Items.Select(rule => rule.Name), page.NextToken);
    }

    public Nothing Enable(RuleRequest request, AwsRequest aws) => SetState(request, aws, Rule.Enabled);

    public Nothing Disable(RuleRequest request, AwsRequest aws) => SetState(request, aws, Rule.Disabled);

    /// <summary>Deletes a rule, if there is one of that name. Its targets have to be removed first.</summary>
    public Nothing Delete(RuleRequest request, AwsRequest aws)
    {
        Check(request);
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        regions.Change(address.Region, region =>
        {
            var bus = region.Bus(address.Name);
            return region.RulesOf(address.Name).Find(request.Name!) switch
            {
                { ManagedBy: not null } => throw EventBridgeErrors.ManagedRule(request.Name!, request.Force),
                { Targets.Items.Length: > 0 } => throw EventBridgeErrors.Validation("Rule can't be deleted since it has targets."),
                _ => region.With(bus with { Rules = bus.Rules.Without(request.Name!) }),
            };
        });
        return new Nothing();
    }

    private Nothing SetState(RuleRequest request, AwsRequest aws, string state)
    {
        Check(request);
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var changed = regions.Change(
            address.Region, region => region.With(region.OwnRule(address.Name, request.Name!) with { State = state }));
        schedules.Plan(address.Region, changed.Rule(address.Name, request.Name!));
        return new Nothing();
    }

    private static void Check(RuleRequest request) =>
        new Constraints().Name("name", request.Name, Rule.MaxNameLength).Bus("eventBusName", request.EventBusName).Check();
}
