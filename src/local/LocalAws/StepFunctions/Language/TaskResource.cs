namespace LocalAws.StepFunctions.Language;

/// <summary>How a Task waits for what it calls.</summary>
internal enum TaskPattern
{
    /// <summary>For the answer.</summary>
    RequestResponse,

    /// <summary>For somebody to return the task token.</summary>
    WaitForTaskToken,

    /// <summary>For the end of what it started; input and output are texts.</summary>
    Sync,

    /// <summary>The same; input and output are JSON.</summary>
    Sync2,
}

/// <summary>What a Task calls, read from its ARN.</summary>
/// <param name="Arn">The ARN.</param>
/// <param name="Service">The service: <c>sqs</c>; for an activity, null.</param>
/// <param name="Action">What is called: <c>sendMessage</c>; for an activity, its name.</param>
/// <param name="IsSdk">Whether it is one of the operations that all SDKs have (<c>aws-sdk</c>).</param>
/// <param name="Pattern">How it waits.</param>
internal sealed record TaskResource(string Arn, string? Service, string Action, bool IsSdk, TaskPattern Pattern)
{
    private static readonly (string End, TaskPattern Pattern)[] Patterns =
    [
        (".waitForTaskToken", TaskPattern.WaitForTaskToken),
        (".sync:2", TaskPattern.Sync2),
        (".sync", TaskPattern.Sync),
    ];

    /// <summary>Whether a worker fetches its tasks.</summary>
    public bool IsActivity => Service is null;

    /// <summary>As history names the kind: <c>sqs</c>, <c>aws-sdk:dynamodb</c>.</summary>
    public string HistoryType => IsSdk ? $"aws-sdk:{Service}" : Service!;

    /// <summary>As history names the call: <c>sendMessage.waitForTaskToken</c>.</summary>
    public string HistoryResource =>
        Array.Find(Patterns, pattern => pattern.Pattern == Pattern) is { End: { } end } ? Action + end : Action;

    /// <summary>Reads an ARN; null when it is none of a task's.</summary>
    public static TaskResource? TryParse(string arn)
    {
        switch (arn.Split(':', 7))
        {
            case ["arn", _, "states", _, _, "activity", var name] when name.Length > 0:
                return new TaskResource(arn, null, name, false, TaskPattern.RequestResponse);
            case ["arn", _, "states", _, _, "aws-sdk", var call] when call.Split(':', 2) is [var service, var action]:
                return Of(arn, service, action, isSdk: true);
            case ["arn", _, "states", _, _, var service, var action]:
                return Of(arn, service, action, isSdk: false);
            case ["arn", _, "lambda", ..]:
                return new TaskResource(arn, "lambda", "invoke", false, TaskPattern.RequestResponse);
            default:
                return null;
        }
    }

    private static TaskResource Of(string arn, string service, string action, bool isSdk)
    {
        var (end, pattern) = Array.Find(Patterns, pattern => action.EndsWith(pattern.End, StringComparison.Ordinal));
        return end is null
            ? new TaskResource(arn, service, action, isSdk, TaskPattern.RequestResponse)
            : new TaskResource(arn, service, action[..^end.Length], isSdk, pattern);
    }
}
