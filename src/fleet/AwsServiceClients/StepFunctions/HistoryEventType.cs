using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>What has happened in an execution. Values that nothing here compares are left out.</summary>
public class HistoryEventType : ConstantClass
{
    /// <summary>The execution was stopped.</summary>
    public static readonly HistoryEventType ExecutionAborted = new(nameof(ExecutionAborted));

    /// <summary>The execution failed.</summary>
    public static readonly HistoryEventType ExecutionFailed = new(nameof(ExecutionFailed));

    /// <summary>The execution goes on.</summary>
    public static readonly HistoryEventType ExecutionRedriven = new(nameof(ExecutionRedriven));

    /// <summary>The execution began.</summary>
    public static readonly HistoryEventType ExecutionStarted = new(nameof(ExecutionStarted));

    /// <summary>The execution succeeded.</summary>
    public static readonly HistoryEventType ExecutionSucceeded = new(nameof(ExecutionSucceeded));

    /// <summary>The execution took too long.</summary>
    public static readonly HistoryEventType ExecutionTimedOut = new(nameof(ExecutionTimedOut));

    /// <summary>A task failed.</summary>
    public static readonly HistoryEventType TaskFailed = new(nameof(TaskFailed));

    /// <summary>A task is about to be called.</summary>
    public static readonly HistoryEventType TaskScheduled = new(nameof(TaskScheduled));

    /// <summary>A task succeeded.</summary>
    public static readonly HistoryEventType TaskSucceeded = new(nameof(TaskSucceeded));

    /// <summary>A task took too long.</summary>
    public static readonly HistoryEventType TaskTimedOut = new(nameof(TaskTimedOut));

    /// <summary>Creates a value, known or not.</summary>
    public HistoryEventType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static HistoryEventType FindValue(string value) => FindValue<HistoryEventType>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator HistoryEventType(string value) => FindValue(value);
}
