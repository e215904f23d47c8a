using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Schedules;
using LocalAws.EventBridge.Tags;
using LocalAws.Http;

namespace LocalAws.EventBridge.Rules;

internal sealed record PutRuleRequest(string? Name)
{
    public string? EventBusName { get; init; }

    public string? EventPattern { get; init; }

    public string? ScheduleExpression { get; init; }

    public string? State { get; init; }

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}

/// <summary>The rule that was made or changed.</summary>
internal sealed record PutRuleResponse(string RuleArn);

/// <summary>PutRule.</summary>
internal sealed class PutRule(Regions regions, ScheduleRunner schedules)
{
    private const int MaxRules = 300;

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

    private static Schedule? ReadSchedule(PutRuleRequest request, BusAddress address) => request.ScheduleExpression switch
    {
        null or "" => null,
        _ when address.Name != EventBus.Default =>
            throw EventBridgeErrors.Validation("ScheduleExpression is supported only on the default event bus."),
        var expression => Schedule.TryParse(expression)
            ?? throw EventBridgeErrors.Validation("Parameter ScheduleExpression is not valid."),
    };

    private static void Check(PutRuleRequest request)
    {
        new Constraints()
            .Name("name", request.Name, Rule.MaxNameLength)
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
