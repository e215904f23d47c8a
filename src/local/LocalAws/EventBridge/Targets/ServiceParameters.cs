using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Targets;

/// <summary>The group of the messages that a queue gets.</summary>
internal sealed record SqsParameters(string? MessageGroupId);

/// <summary>Where in the event a stream's partition key stands.</summary>
internal sealed record KinesisParameters(string? PartitionKeyPath)
{
    public void Constrain(Constraints constraints, string member) => constraints
        .Require($"{member}.partitionKeyPath", PartitionKeyPath)
        .Length($"{member}.partitionKeyPath", PartitionKeyPath, 0, 256);
}

/// <summary>The query that an AppSync API is to run.</summary>
internal sealed record AppSyncParameters(string? GraphQLOperation)
{
    public void Constrain(Constraints constraints, string member) =>
        constraints.Length($"{member}.graphQLOperation", GraphQLOperation, 1, 1024 * 1024);
}

/// <summary>The job that a Batch queue is to run.</summary>
internal sealed record BatchParameters(
    string? JobDefinition, string? JobName, BatchArrayProperties? ArrayProperties, BatchRetryStrategy? RetryStrategy)
{
    public void Constrain(Constraints constraints, string member) => constraints
        .Require($"{member}.jobDefinition", JobDefinition)
        .Require($"{member}.jobName", JobName);
}

/// <summary>How many jobs an array job has.</summary>
internal sealed record BatchArrayProperties(int? Size);

/// <summary>How often a job is tried.</summary>
internal sealed record BatchRetryStrategy(int? Attempts);

/// <summary>The instances that Systems Manager is to run a command on.</summary>
internal sealed record RunCommandParameters(IReadOnlyList<RunCommandTarget>? RunCommandTargets)
{
    public void Constrain(Constraints constraints, string member) => constraints
        .Count($"{member}.runCommandTargets", RunCommandTargets, 1, 5)
        .Each($"{member}.runCommandTargets", RunCommandTargets, RunCommandTarget.Constrain);
}

/// <summary>Instances that have a tag, or one of some ids.</summary>
internal sealed partial record RunCommandTarget(string? Key, IReadOnlyList<string>? Values)
{
    public static void Constrain(Constraints constraints, string member, RunCommandTarget target) => constraints
        .Require($"{member}.key", target.Key)
        .Satisfy($"{member}.key", target.Key, target.Key is null || Keys().IsMatch(target.Key), @"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")
        .Length($"{member}.key", target.Key, 1, 128)
        .Count($"{member}.values", target.Values, 1, 50)
        .Each($"{member}.values", target.Values, static (each, name, value) => each.Length(name, value, 1, 256));

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Keys();
}

/// <summary>The statement that a Redshift cluster is to run.</summary>
internal sealed partial record RedshiftDataParameters(string? Database)
{
    private const int LongestSql = 100_000;

    public string? SecretManagerArn { get; init; }

    public string? DbUser { get; init; }

    public string? Sql { get; init; }

    public IReadOnlyList<string>? Sqls { get; init; }

    public string? StatementName { get; init; }

    public bool? WithEvent { get; init; }

    public void Constrain(Constraints constraints, string member) => constraints
        .Satisfy(
            $"{member}.secretManagerArn",
            SecretManagerArn,
            SecretManagerArn is null || Secret().IsMatch(SecretManagerArn),
            @"(^arn:aws([a-z]|\-)*:secretsmanager:[a-z0-9-.]+:.*)|(\$(\.[\w_-]+(\[(\d+|\*)\])*)*)")
        .Length($"{member}.secretManagerArn", SecretManagerArn, 1, 1600)
        .Require($"{member}.database", Database)
        .Length($"{member}.database", Database, 1, 64)
        .Length($"{member}.dbUser", DbUser, 1, 128)
        .Secret($"{member}.sql", Sql, 1, LongestSql)
        .AtMost($"{member}.sqls", Sqls, 40)
        .Each($"{member}.sqls", Sqls, static (each, name, value) => each.Secret(name, value, 1, LongestSql))
        .Length($"{member}.statementName", StatementName, 1, 500);

    [GeneratedRegex(@"^(arn:aws[a-z-]*:secretsmanager:[a-z0-9-.]+:.*|\$(\.[\w-]+(\[(\d+|\*)\])*)*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();
}

/// <summary>What a SageMaker pipeline starts with.</summary>
internal sealed record SageMakerPipelineParameters(IReadOnlyList<SageMakerPipelineParameter>? PipelineParameterList)
{
    public void Constrain(Constraints constraints, string member) => constraints
        .AtMost($"{member}.pipelineParameterList", PipelineParameterList, 200)
        .Each($"{member}.pipelineParameterList", PipelineParameterList, SageMakerPipelineParameter.Constrain);
}

/// <summary>A parameter of a SageMaker pipeline.</summary>
internal sealed partial record SageMakerPipelineParameter(string? Name, string? Value)
{
    public static void Constrain(Constraints constraints, string member, SageMakerPipelineParameter parameter) => constraints
        .Require($"{member}.name", parameter.Name)
        .Satisfy(
            $"{member}.name", parameter.Name, parameter.Name is null || Names().IsMatch(parameter.Name), "^[a-zA-Z0-9](-*[a-zA-Z0-9])*$")
        .Length($"{member}.name", parameter.Name, 1, 256)
        .Require($"{member}.value", parameter.Value)
        .Length($"{member}.value", parameter.Value, 0, 1024);

    [GeneratedRegex(@"^[a-zA-Z0-9](-*[a-zA-Z0-9])*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
