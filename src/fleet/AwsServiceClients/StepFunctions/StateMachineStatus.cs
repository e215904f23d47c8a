using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>Whether a state machine is being deleted.</summary>
public class StateMachineStatus : ConstantClass
{
    /// <summary>It is not.</summary>
    public static readonly StateMachineStatus ACTIVE = new(nameof(ACTIVE));

    /// <summary>It is.</summary>
    public static readonly StateMachineStatus DELETING = new(nameof(DELETING));

    /// <summary>Creates a value, known or not.</summary>
    public StateMachineStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static StateMachineStatus FindValue(string value) => FindValue<StateMachineStatus>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator StateMachineStatus(string value) => FindValue(value);
}
