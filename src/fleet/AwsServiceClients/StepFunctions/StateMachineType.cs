using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>What kind of executions a state machine has.</summary>
public class StateMachineType : ConstantClass
{
    /// <summary>Short ones, at least once.</summary>
    public static readonly StateMachineType EXPRESS = new(nameof(EXPRESS));

    /// <summary>Long ones, exactly once.</summary>
    public static readonly StateMachineType STANDARD = new(nameof(STANDARD));

    /// <summary>Creates a value, known or not.</summary>
    public StateMachineType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static StateMachineType FindValue(string value) => FindValue<StateMachineType>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator StateMachineType(string value) => FindValue(value);
}
