using LocalAws.EventBridge.Inputs;
using LocalAws.Http;

namespace LocalAws.EventBridge.Targets;

/// <summary>Turns what a client says of a target into something to deliver to.</summary>
/// <param name="targets">Knows which ARNs it delivers to.</param>
internal sealed class TargetCompiler(IEventTarget targets)
{
    // What EventBridge was seen to ask a role of, as it acts there in the client's name.
    private static readonly HashSet<string> ServicesWithRole =
        ["states", "kinesis", "firehose", "ecs", "batch", "codebuild", "codepipeline", "sagemaker"];

    /// <exception cref="AwsException">The target is not one; the message says why, in AWS's words where they are known.</exception>
    public static RuleTarget Compile(Target target)
    {
        var compiled = new RuleTarget(target, CompileInput(target));
        if (MissingParameters(target) is { } parameters)
        {
            throw Refuse($"Parameter(s) {parameters} must be specified for target: {target.Id}.");
        }

        return compiled.Bus is not null && compiled.Input is not WholeEvent
            ? throw Refuse($"An event bus gets the whole event: target {target.Id} can have no Input, InputPath or InputTransformer.")
            : compiled;
    }

    /// <summary>Checks what targets there are. Targets of services that are not here count, too: their deliveries are recorded.</summary>
    /// <exception cref="AwsException">An ARN is none, has no role, or is no dead-letter queue.</exception>
    public void CheckArns(IEnumerable<RuleTarget> compiled)
    {
        foreach (var target in compiled)
        {
            if (target.Arn.Split(':', 6) is not ["arn", _, { Length: > 0 } service, _, _, { Length: > 0 }])
            {
                throw EventBridgeErrors.MalformedArn(target.Arn);
            }

            if (ServicesWithRole.Contains(service) && target.Definition.RoleArn is null)
            {
                throw Refuse($"RoleArn is required for target {target.Arn}.");
            }

            if (target.DeadLetterArn is { } arn && !(arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal) && targets.Accepts(arn)))
            {
                throw Refuse($"Parameter {arn} is not valid. Reason: A dead-letter queue is an SQS queue.");
            }
        }
    }

    // Targets that mean nothing without their parameters.
    private static string? MissingParameters(Target target) => target.Arn!.Split(':', 6) switch
    {
        [_, _, "sqs", ..] when target.Arn.EndsWith(".fifo", StringComparison.Ordinal) && target.SqsParameters is null => "SqsParameters",
        [_, _, "ecs", ..] when target.EcsParameters is null => "EcsParameters",
        [_, _, "batch", ..] when target.BatchParameters is null => "BatchParameters",
        [_, _, "ssm", _, _, var resource]
            when target.RunCommandParameters is null && resource.StartsWith("document/", StringComparison.Ordinal) => "RunCommandParameters",
        [_, _, "redshift" or "redshift-serverless", ..] when target.RedshiftDataParameters is null => "RedshiftDataParameters",
        [_, _, "appsync", ..] when target.AppSyncParameters is null => "AppSyncParameters",
        _ => null,
    };

    private static ITargetInput CompileInput(Target target) => target switch
    {
        { Input: null, InputPath: null, InputTransformer: null } => new WholeEvent(),
        { Input: { } input, InputPath: null, InputTransformer: null } => CompileConstant(target, input),
        { Input: null, InputPath: { } path, InputTransformer: null } => new PathInput(CompilePath(target, path)),
        { Input: null, InputPath: null, InputTransformer: { } transformer } => CompileTransformer(target, transformer),
        _ => throw Refuse($"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Id}."),
    };

    private static ConstantInput CompileConstant(Target target, string input) => JsonText.FindError(input) is { } error
        ? throw Refuse($"JSON syntax error in input for target {target.Id} : {error}.")
        : new ConstantInput(input);

    private static JsonPath CompilePath(Target target, string path) =>
        JsonPath.TryParse(path) ?? throw Refuse($"Invalid JSONPath {path} for target {target.Id}.");

    private static TransformedInput CompileTransformer(Target target, InputTransformer transformer)
    {
        var paths = (transformer.InputPathsMap ?? new Dictionary<string, string?>())
            .ToDictionary(path => path.Key, path => CompilePath(target, path.Value ?? ""));
        var template = new InputTemplate(transformer.InputTemplate!);
        var unknown = template.Variables.FirstOrDefault(name => !paths.ContainsKey(name) && !TransformedInput.Predefined.Contains(name));
        if (unknown is not null)
        {
            throw Refuse($"InputTemplate for target {target.Id} contains invalid placeholder {unknown}.");
        }

        return JsonText.FindError(template.Fill(_ => "0")) is { } error
            ? throw Refuse($"Invalid InputTemplate for target {target.Id} : {error}.")
            : new TransformedInput(template, paths);
    }

    private static AwsException Refuse(string message) => EventBridgeErrors.Validation(message);
}
