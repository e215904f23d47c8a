namespace Amazon.StepFunctions.Model;

/// <summary>Something that has happened in an execution. Of the details, those that nothing here reads are left out.</summary>
public class HistoryEvent
{
    /// <summary>How the execution was stopped.</summary>
    public ExecutionAbortedEventDetails ExecutionAbortedEventDetails { get; set; }

    /// <summary>How the execution failed.</summary>
    public ExecutionFailedEventDetails ExecutionFailedEventDetails { get; set; }

    /// <summary>How the execution took too long.</summary>
    public ExecutionTimedOutEventDetails ExecutionTimedOutEventDetails { get; set; }

    /// <summary>Its number, from 1 on.</summary>
    public long? Id { get; set; }

    /// <summary>The event that led to it.</summary>
    public long? PreviousEventId { get; set; }

    /// <summary>Which state was entered.</summary>
    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }

    /// <summary>Which state was left.</summary>
    public StateExitedEventDetails StateExitedEventDetails { get; set; }

    /// <summary>How a task failed.</summary>
    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }

    /// <summary>Which task was scheduled.</summary>
    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }

    /// <summary>How a task took too long.</summary>
    public TaskTimedOutEventDetails TaskTimedOutEventDetails { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime? Timestamp { get; set; }

    /// <summary>What happened.</summary>
    public HistoryEventType Type { get; set; }
}

/// <summary>How an execution was stopped.</summary>
public class ExecutionAbortedEventDetails
{
    /// <summary>Why.</summary>
    public string Cause { get; set; }

    /// <summary>The error.</summary>
    public string Error { get; set; }
}

/// <summary>How an execution failed.</summary>
public class ExecutionFailedEventDetails
{
    /// <summary>Why.</summary>
    public string Cause { get; set; }

    /// <summary>The error.</summary>
    public string Error { get; set; }
}

/// <summary>How an execution took too long.</summary>
public class ExecutionTimedOutEventDetails
{
    /// <summary>Why.</summary>
    public string Cause { get; set; }

    /// <summary>The error.</summary>
    public string Error { get; set; }
}

/// <summary>A state that was entered.</summary>
public class StateEnteredEventDetails
{
    /// <summary>What it was entered with, as JSON.</summary>
    public string Input { get; set; }

    /// <summary>The state.</summary>
    public string Name { get; set; }
}

/// <summary>A state that was left.</summary>
public class StateExitedEventDetails
{
    /// <summary>The state.</summary>
    public string Name { get; set; }

    /// <summary>What it was left with, as JSON.</summary>
    public string Output { get; set; }
}

/// <summary>How a task failed.</summary>
public class TaskFailedEventDetails
{
    /// <summary>Why.</summary>
    public string Cause { get; set; }

    /// <summary>The error.</summary>
    public string Error { get; set; }

    /// <summary>What was called, as <c>putEvents.waitForTaskToken</c>.</summary>
    public string Resource { get; set; }

    /// <summary>The service that was called, as <c>events</c>.</summary>
    public string ResourceType { get; set; }
}

/// <summary>A task that was scheduled.</summary>
public class TaskScheduledEventDetails
{
    /// <summary>What it is called with, as JSON.</summary>
    public string Parameters { get; set; }

    /// <summary>What was called, as <c>putEvents.waitForTaskToken</c>.</summary>
    public string Resource { get; set; }

    /// <summary>The service that was called, as <c>events</c>.</summary>
    public string ResourceType { get; set; }

    /// <summary>How long it may take.</summary>
    public long? TimeoutInSeconds { get; set; }
}

/// <summary>How a task took too long.</summary>
public class TaskTimedOutEventDetails
{
    /// <summary>Why.</summary>
    public string Cause { get; set; }

    /// <summary>The error.</summary>
    public string Error { get; set; }

    /// <summary>What was called, as <c>putEvents.waitForTaskToken</c>.</summary>
    public string Resource { get; set; }

    /// <summary>The service that was called, as <c>events</c>.</summary>
    public string ResourceType { get; set; }
}
