using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>How far a replay is.</summary>
public class ReplayState : ConstantClass
{
    /// <summary>It was stopped.</summary>
    public static readonly ReplayState CANCELLED = new(nameof(CANCELLED));

    /// <summary>It is being stopped.</summary>
    public static readonly ReplayState CANCELLING = new(nameof(CANCELLING));

    /// <summary>It is over.</summary>
    public static readonly ReplayState COMPLETED = new(nameof(COMPLETED));

    /// <summary>It failed.</summary>
    public static readonly ReplayState FAILED = new(nameof(FAILED));

    /// <summary>It runs.</summary>
    public static readonly ReplayState RUNNING = new(nameof(RUNNING));

    /// <summary>It was asked for.</summary>
    public static readonly ReplayState STARTING = new(nameof(STARTING));

    /// <summary>Creates a value, known or not.</summary>
    public ReplayState(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static ReplayState FindValue(string value) => FindValue<ReplayState>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator ReplayState(string value) => FindValue(value);
}
