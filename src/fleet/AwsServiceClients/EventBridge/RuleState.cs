using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Whether a rule acts.</summary>
public class RuleState : ConstantClass
{
    /// <summary>The rule does not act.</summary>
    public static readonly RuleState DISABLED = new(nameof(DISABLED));

    /// <summary>The rule acts.</summary>
    public static readonly RuleState ENABLED = new(nameof(ENABLED));

    /// <summary>The rule acts, on read-only management events of CloudTrail too.</summary>
    public static readonly RuleState ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS =
        new(nameof(ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS));

    /// <summary>Creates a value, known or not.</summary>
    public RuleState(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static RuleState FindValue(string value) => FindValue<RuleState>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator RuleState(string value) => FindValue(value);
}
