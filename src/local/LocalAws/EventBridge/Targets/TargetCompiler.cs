using LocalAws.EventBridge.Inputs;
using LocalAws.Http;

namespace LocalAws.EventBridge.Targets;

/// <summary>Turns what a client says of a target into something to deliver to.</summary>
/// <param name="targets">Knows which ARNs it delivers to.</param>
internal sealed class TargetCompiler(IEventTarget targets)
{
    /// <exception cref="AwsException">The target is not one; the message says why, in AWS's words where they are known.</exception>
    public RuleTarget Compile(Target target)
    {
        var compiled = new RuleTarget(target, CompileInput(target));
        if (compiled.Bus is null && !targets.Accepts(compiled.Arn))
        {
            throw compiled.Arn.StartsWith("arn:", StringComparison.Ordinal)
                ? Refuse(
                    $"Parameter {target.Arn} is not valid. Reason: LocalAws delivers to SQS queues, topics, state machines and event buses.")
                : EventBridgeErrors.MalformedArn(compiled.Arn);
        }

        if (compiled.Arn.StartsWith("arn:aws:states:", StringComparison.Ordinal) && target.RoleArn is null)
        {
            throw Refuse($"RoleArn is required for target {target.Arn}.");
        }

        if (compiled.Arn.EndsWith(".fifo", StringComparison.Ordinal) && target.SqsParameters is null)
        {
            throw Refuse($"Parameter(s) SqsParameters must be specified for target: {target.Id}.");
        }

        if (compiled.Bus is not null && compiled.Input is not WholeEvent)
        {
            throw Refuse($"An event bus gets the whole event: target {target.Id} can have no Input, InputPath or InputTransformer.");
        }

        return compiled.DeadLetterArn is { } arn && !(arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal) && targets.Accepts(arn))
            ? throw Refuse($"Parameter {arn} is not valid. Reason: A dead-letter queue is an SQS queue.")
            : compiled;
    }

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
