using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>Which events of executions are logged.</summary>
public class LogLevel : ConstantClass
{
    /// <summary>All.</summary>
    public static readonly LogLevel ALL = new(nameof(ALL));

    /// <summary>Errors.</summary>
    public static readonly LogLevel ERROR = new(nameof(ERROR));

    /// <summary>Those that end an execution.</summary>
    public static readonly LogLevel FATAL = new(nameof(FATAL));

    /// <summary>None.</summary>
    public static readonly LogLevel OFF = new(nameof(OFF));

    /// <summary>Creates a value, known or not.</summary>
    public LogLevel(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static LogLevel FindValue(string value) => FindValue<LogLevel>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator LogLevel(string value) => FindValue(value);
}
