using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Schedules;
using LocalAws.EventBridge.Tags;
using LocalAws.Http;

namespace LocalAws.EventBridge.Rules;

/// <summary>Put, describe, list, enable, disable and delete rules.</summary>
internal sealed class RuleOperations(Regions regions, ScheduleRunner schedules)
{
    private const int MaxRules = 300;
    private const int MaxNameLength = 64;

    /// <summary>Makes a rule, or replaces all of it but its targets and tags.</summary>
    public PutRuleResponse Put(PutRuleRequest request, AwsRequest aws)
    {
        Check(request);
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var arn = EventBridgeArn.OfRule(address.Region, address.Name, request.Name!);
        var rule = new Rule(request.Name!, arn, address.Name)
        {
            Pattern = request.EventPattern is { Length: > 0 } pattern ? PatternText.Parse(pattern) : null,
            Schedule = ReadSchedule(request, address),
            State = request.State ?? Rule.Enabled,
            Description = request.Description,
            RoleArn = request.RoleArn,
        };
        var changed = regions.Change(address.Region, region =>
        {
            var rules = region.RulesOf(address.Name);
            return rules.Find(rule.Name) switch
            {
                { ManagedBy: not null } => throw EventBridgeErrors.ManagedRule(rule.Name),
                { } known => region.With(rule with { Targets = known.Targets, Tags = known.Tags }),
                null when rules.Items.Length < MaxRules => region.With(rule with { Tags = rule.Tags.With(request.Tags ?? []) }),
                null => throw EventBridgeErrors.LimitExceeded(),
            };
        });
        schedules.Plan(address.Region, changed.Rule(address.Name, rule.Name));
        return new PutRuleResponse(arn);
    }

    public RuleDescription Describe(RuleRequest request, AwsRequest aws)
    {
        Check(request);
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var rule = regions[address.Region].Rule(address.Name, request.Name!);
        return RuleDescription.Of(rule) with { CreatedBy = AwsRequest.Account };
    }

    public RulePage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength).Check();
        var address = BusAddress.Of(request.EventBusName, aws.Region);
        var page = Page<Rule>.Of(regions[address.Region].RulesOf(address.Name).Items, request);
        return new RulePage(page.Items.Select(RuleDescription.Of), page.NextToken);
    }

    public RuleNamePage ListNamesByTarget(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength)
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

    private static Schedule? ReadSchedule(PutRuleRequest request, BusAddress address) => request.ScheduleExpression switch
    {
        null or "" => null,
        _ when address.Name != EventBus.Default =>
            throw EventBridgeErrors.Validation("ScheduleExpression is supported only on the default event bus."),
        var expression => Schedule.TryParse(expression)
            ?? throw EventBridgeErrors.Validation("Parameter ScheduleExpression is not valid."),
    };

    private static void Check(RuleRequest request) =>
        new Constraints().Name("name", request.Name, MaxNameLength).Bus("eventBusName", request.EventBusName).Check();

    private static void Check(PutRuleRequest request)
    {
        new Constraints()
            .Name("name", request.Name, MaxNameLength)
            .Length("scheduleExpression", request.ScheduleExpression, 0, 256)
            .Length("eventPattern", request.EventPattern, 0, 4096)
            .Length("description", request.Description, 0, 512)
            .OneOf("state", request.State, Rule.Enabled, Rule.Disabled, Rule.EnabledWithManagementEvents)
            .Length("roleArn", request.RoleArn, 1, 1600)
            .Tags(request.Tags)
            .Bus("eventBusName", request.EventBusName)
            .Check();
        Tag.Check(request.Tags);
        if (request is { EventPattern: null or "", ScheduleExpression: null or "" })
        {
            throw EventBridgeErrors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
    }
}
