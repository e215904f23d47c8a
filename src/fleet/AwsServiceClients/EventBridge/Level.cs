using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>From which severity on a bus logs.</summary>
public class Level : ConstantClass
{
    /// <summary>Errors only.</summary>
    public static readonly Level ERROR = new(nameof(ERROR));

    /// <summary>Errors and the main steps.</summary>
    public static readonly Level INFO = new(nameof(INFO));

    /// <summary>Nothing.</summary>
    public static readonly Level OFF = new(nameof(OFF));

    /// <summary>Every step.</summary>
    public static readonly Level TRACE = new(nameof(TRACE));

    /// <summary>Creates a value, known or not.</summary>
    public Level(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static Level FindValue(string value) => FindValue<Level>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator Level(string value) => FindValue(value);
}
