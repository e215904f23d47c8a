namespace LocalAws.EventBridge.Rules;

/// <summary>A rule as clients see it.</summary>
internal sealed record RuleDescription(
    string Name, string Arn, string? EventPattern, string? ScheduleExpression, string State, string EventBusName)
{
    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    public string? ManagedBy { get; init; }

    /// <summary>The account; lists leave it out.</summary>
    public string? CreatedBy { get; init; }

    public static RuleDescription Of(Rule rule) => new(
        rule.Name, rule.Arn, rule.Pattern?.Text, rule.Schedule?.Expression, rule.State, rule.BusName)
    {
        Description = rule.Description,
        RoleArn = rule.RoleArn,
        ManagedBy = rule.ManagedBy,
    };
}
