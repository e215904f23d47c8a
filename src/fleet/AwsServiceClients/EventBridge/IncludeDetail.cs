using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Whether a bus logs events' details.</summary>
public class IncludeDetail : ConstantClass
{
    /// <summary>Details are logged.</summary>
    public static readonly IncludeDetail FULL = new(nameof(FULL));

    /// <summary>Details are not logged.</summary>
    public static readonly IncludeDetail NONE = new(nameof(NONE));

    /// <summary>Creates a value, known or not.</summary>
    public IncludeDetail(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static IncludeDetail FindValue(string value) => FindValue<IncludeDetail>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator IncludeDetail(string value) => FindValue(value);
}
