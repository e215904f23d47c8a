using LocalAws.Http;

namespace LocalAws.StepFunctions;

/// <summary>The ARN of something of Step Functions.</summary>
/// <param name="Region">The region it is in.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; an execution's is behind that of its state machine.</param>
internal sealed record StatesArn(string Region, string Kind, string Name)
{
    public const string StateMachine = "stateMachine";
    public const string Execution = "execution";
    public const string Activity = "activity";

    /// <summary>Reads an ARN; null when it is none of Step Functions'.</summary>
    public static StatesArn? TryParse(string? text) =>
        text?.Split(':', 7) is ["arn", _, "states", var region, _, var kind, var name] && name.Length > 0
            ? new StatesArn(region, kind, name)
            : null;

    /// <summary>Reads the ARN of one kind.</summary>
    /// <exception cref="AwsException">It is none.</exception>
    public static StatesArn Parse(string? text, string kind)
    {
        if (text?.StartsWith("arn:", StringComparison.Ordinal) != true)
        {
            throw StepFunctionsErrors.InvalidArn($"Invalid ARN prefix: {text}");
        }

        var arn = TryParse(text) ?? throw StepFunctionsErrors.InvalidArn($"Resource type not valid in this context: {text}");
        return arn.Kind == kind ? arn : throw StepFunctionsErrors.InvalidArn($"Resource type not valid in this context: {arn.Kind}");
    }

    public override string ToString() => $"arn:aws:states:{Region}:{AwsRequest.Account}:{Kind}:{Name}";
}
