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

    public SqsParameters? SqsParameters { get; init; }

    /// <summary>As AWS quotes a target in the refusal of a list.</summary>
    public override string ToString() => $"Target(id={Id}, arn={Arn})";
}
