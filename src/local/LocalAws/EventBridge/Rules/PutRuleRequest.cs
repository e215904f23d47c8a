using LocalAws.EventBridge.Tags;

namespace LocalAws.EventBridge.Rules;

/// <summary>PutRule.</summary>
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
