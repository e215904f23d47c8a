namespace LocalAws.EventBridge.Targets;

/// <summary>A rule's target as clients see it.</summary>
internal sealed record Target(string? Id, string? Arn)
{
    public string? RoleArn { get; init; }

    public string? Input { get; init; }

    public string? InputPath { get; init; }

    public InputTransformer? InputTransformer { get; init; }

    public RetryPolicy? RetryPolicy { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }
}
