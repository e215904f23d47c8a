using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Language;

/// <summary>A state machine's definition, compiled.</summary>
/// <param name="Map">Its states.</param>
/// <param name="TimeoutSeconds">How long an execution may take; null for as long as it likes.</param>
/// <param name="VariableReferences">The variables that each state reads, as DescribeStateMachine shows them.</param>
internal sealed record MachineDefinition(
    StateMap Map, long? TimeoutSeconds, IReadOnlyDictionary<string, IReadOnlyList<string>> VariableReferences);

/// <summary>States, and the one that is first.</summary>
internal sealed record StateMap(string StartAt, IReadOnlyDictionary<string, State> States);

/// <summary>A state: what all types share. Fields that a type does not have are left as they stand here.</summary>
internal abstract record State(string Name, string Type)
{
    public ValuePath InputPath { get; init; } = ValuePath.Whole;

    public ValuePath OutputPath { get; init; } = ValuePath.Whole;

    /// <summary>Where the result goes in the input; null when it is dropped.</summary>
    public ReferencePath? ResultPath { get; init; } = ReferencePath.Parse("$");

    public Template? Parameters { get; init; }

    public Template? ResultSelector { get; init; }

    public Template? Assign { get; init; }

    /// <summary>The next state; null at the end.</summary>
    public string? Next { get; init; }

    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];
}

/// <summary>Passes its input on, or a constant.</summary>
internal sealed record PassState(string Name) : State(Name, "Pass")
{
    public bool HasResult { get; init; }

    public JsonNode? Result { get; init; }
}

/// <summary>Calls a service or waits for somebody to do something.</summary>
internal sealed record TaskState(string Name, TaskResource Resource) : State(Name, "Task")
{
    public SecondsSetting? Timeout { get; init; }

    public SecondsSetting? Heartbeat { get; init; }
}

/// <summary>Seconds, as a number or as a path to one.</summary>
/// <param name="Seconds">The number.</param>
/// <param name="Path">The path.</param>
internal sealed record SecondsSetting(long Seconds, ValuePath? Path);

/// <summary>Goes where the first condition that holds says.</summary>
internal sealed record ChoiceState(string Name, IReadOnlyList<Choice> Choices, string? Default) : State(Name, "Choice");

/// <summary>A condition, and where it leads.</summary>
internal sealed record Choice(IChoiceRule Rule, string Next, Template? Assign);

/// <summary>Waits for a while or until a time; exactly one of its fields is set.</summary>
internal sealed record WaitState(string Name) : State(Name, "Wait")
{
    public long? Seconds { get; init; }

    public ValuePath? SecondsPath { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public ValuePath? TimestampPath { get; init; }
}

/// <summary>Ends well.</summary>
internal sealed record SucceedState(string Name) : State(Name, "Succeed");

/// <summary>Ends in failure.</summary>
internal sealed record FailState(string Name) : State(Name, "Fail")
{
    public string? Error { get; init; }

    public string? Cause { get; init; }

    public IExpression? ErrorPath { get; init; }

    public IExpression? CausePath { get; init; }
}

/// <summary>Runs branches at the same time.</summary>
internal sealed record ParallelState(string Name, IReadOnlyList<StateMap> Branches) : State(Name, "Parallel");

/// <summary>Runs the same states for each element of an array.</summary>
internal sealed record MapState(string Name, StateMap Processor) : State(Name, "Map")
{
    public ValuePath ItemsPath { get; init; } = ValuePath.Whole;

    public Template? ItemSelector { get; init; }

    public int MaxConcurrency { get; init; }

    public ValuePath? MaxConcurrencyPath { get; init; }
}

/// <summary>What is tried again, and how often.</summary>
internal sealed record Retrier(IReadOnlyList<string> Errors)
{
    public double IntervalSeconds { get; init; } = 1;

    public int MaxAttempts { get; init; } = 3;

    public double BackoffRate { get; init; } = 2;

    public double? MaxDelaySeconds { get; init; }

    public bool HasJitter { get; init; }

    /// <summary>How long to wait before a retry, without jitter.</summary>
    /// <param name="retries">How many there have been.</param>
    public TimeSpan Delay(int retries)
    {
        // A hundred million seconds is more than the longest wait that there is.
        var seconds = IntervalSeconds * Math.Pow(BackoffRate, retries);
        return TimeSpan.FromSeconds(Math.Min(seconds, MaxDelaySeconds ?? 99_999_999));
    }
}

/// <summary>Where an error leads.</summary>
internal sealed record Catcher(IReadOnlyList<string> Errors, string Next)
{
    public ReferencePath? ResultPath { get; init; } = ReferencePath.Parse("$");

    public Template? Assign { get; init; }
}
