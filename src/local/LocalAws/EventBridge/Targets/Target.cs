namespace LocalAws.EventBridge.Targets;

/// <summary>A rule's target as clients see it.</summary>
internal sealed record Target(string? Id, string? Arn)
{
    private const int LongestArn = 1600;
    private const int LongestId = 64;

    public string? RoleArn { get; init; }

    public string? Input { get; init; }

    public string? InputPath { get; init; }

    public InputTransformer? InputTransformer { get; init; }

    public RetryPolicy? RetryPolicy { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public SqsParameters? SqsParameters { get; init; }

    public KinesisParameters? KinesisParameters { get; init; }

    public RunCommandParameters? RunCommandParameters { get; init; }

    public EcsParameters? EcsParameters { get; init; }

    public BatchParameters? BatchParameters { get; init; }

    public HttpParameters? HttpParameters { get; init; }

    public RedshiftDataParameters? RedshiftDataParameters { get; init; }

    public SageMakerPipelineParameters? SageMakerPipelineParameters { get; init; }

    public AppSyncParameters? AppSyncParameters { get; init; }

    /// <summary>Adds the limits of the model.</summary>
    public static void Constrain(Constraints constraints, string member, Target target)
    {
        constraints
            .Name($"{member}.id", target.Id, LongestId)
            .Require($"{member}.arn", target.Arn)
            .Length($"{member}.arn", target.Arn, 1, LongestArn)
            .Length($"{member}.roleArn", target.RoleArn, 1, LongestArn)
            .Length($"{member}.input", target.Input, 0, 8192)
            .Length($"{member}.inputPath", target.InputPath, 0, 256)
            .Length($"{member}.sqsParameters.messageGroupId", target.SqsParameters?.MessageGroupId, 0, 100)
            .Length($"{member}.deadLetterConfig.arn", target.DeadLetterConfig?.Arn, 1, LongestArn);
        target.RetryPolicy?.Constrain(constraints, $"{member}.retryPolicy");
        target.InputTransformer?.Constrain(constraints, $"{member}.inputTransformer");
        target.KinesisParameters?.Constrain(constraints, $"{member}.kinesisParameters");
        target.RunCommandParameters?.Constrain(constraints, $"{member}.runCommandParameters");
        target.EcsParameters?.Constrain(constraints, $"{member}.ecsParameters");
        target.BatchParameters?.Constrain(constraints, $"{member}.batchParameters");
        target.HttpParameters?.Constrain(constraints, $"{member}.httpParameters");
        target.RedshiftDataParameters?.Constrain(constraints, $"{member}.redshiftDataParameters");
        target.SageMakerPipelineParameters?.Constrain(constraints, $"{member}.sageMakerPipelineParameters");
        target.AppSyncParameters?.Constrain(constraints, $"{member}.appSyncParameters");
    }

    /// <summary>As AWS quotes a target in the refusal of a list.</summary>
    public override string ToString() => $"Target(id={Id}, arn={Arn})";
}

/// <summary>The queue that gets what could not be delivered.</summary>
internal sealed record DeadLetterConfig(string? Arn);
