namespace LocalAws.StepFunctions.Evaluation;

/// <summary>The errors that Step Functions itself raises, or that stand for several.</summary>
internal static class ErrorNames
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string NoChoiceMatched = "States.NoChoiceMatched";
    public const string ParameterPathFailure = "States.ParameterPathFailure";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string IntrinsicFailure = "States.IntrinsicFailure";
    public const string BranchFailed = "States.BranchFailed";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    public const string Runtime = "States.Runtime";
}

/// <summary>An error of a state, which its retriers and catchers see.</summary>
internal sealed class StateFailedException(string? error, string? cause) : Exception(cause ?? error)
{
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;

    /// <summary>
    /// Another name that catches it, where AWS documents one name and was seen to write another: a late heartbeat, a path that
    /// leads nowhere.
    /// </summary>
    public string? AlsoKnownAs { get; init; }
}

/// <summary>What cannot be computed; the state in which it happened makes a <see cref="StateFailedException"/> of it.</summary>
internal sealed class EvaluationException(string error, string message) : Exception(message)
{
    public string Error { get; } = error;

    /// <summary>See <see cref="StateFailedException.AlsoKnownAs"/>.</summary>
    public string? AlsoKnownAs { get; init; }

    public static EvaluationException Runtime(string message) => new(ErrorNames.Runtime, message);

    /// <summary>The state's failure, in AWS's words.</summary>
    public StateFailedException In(string state, long enteredAt) =>
        new(Error, $"An error occurred while executing the state '{state}' (entered at the event id #{enteredAt}). {Message}")
        {
            AlsoKnownAs = AlsoKnownAs,
        };
}
