using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>How an execution stands.</summary>
public class ExecutionStatus : ConstantClass
{
    /// <summary>It was stopped.</summary>
    public static readonly ExecutionStatus ABORTED = new(nameof(ABORTED));

    /// <summary>It failed.</summary>
    public static readonly ExecutionStatus FAILED = new(nameof(FAILED));

    /// <summary>It waits for its redrive.</summary>
    public static readonly ExecutionStatus PENDING_REDRIVE = new(nameof(PENDING_REDRIVE));

    /// <summary>It runs.</summary>
    public static readonly ExecutionStatus RUNNING = new(nameof(RUNNING));

    /// <summary>It succeeded.</summary>
    public static readonly ExecutionStatus SUCCEEDED = new(nameof(SUCCEEDED));

    /// <summary>It took too long.</summary>
    public static readonly ExecutionStatus TIMED_OUT = new(nameof(TIMED_OUT));

    /// <summary>Creates a value, known or not.</summary>
    public ExecutionStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static ExecutionStatus FindValue(string value) => FindValue<ExecutionStatus>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator ExecutionStatus(string value) => FindValue(value);
}
