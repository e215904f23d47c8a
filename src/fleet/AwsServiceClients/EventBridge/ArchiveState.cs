using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>What an archive is doing.</summary>
public class ArchiveState : ConstantClass
{
    /// <summary>It could not be created.</summary>
    public static readonly ArchiveState CREATE_FAILED = new(nameof(CREATE_FAILED));

    /// <summary>It is being created.</summary>
    public static readonly ArchiveState CREATING = new(nameof(CREATING));

    /// <summary>It keeps no events now.</summary>
    public static readonly ArchiveState DISABLED = new(nameof(DISABLED));

    /// <summary>It keeps events.</summary>
    public static readonly ArchiveState ENABLED = new(nameof(ENABLED));

    /// <summary>It could not be changed.</summary>
    public static readonly ArchiveState UPDATE_FAILED = new(nameof(UPDATE_FAILED));

    /// <summary>It is being changed.</summary>
    public static readonly ArchiveState UPDATING = new(nameof(UPDATING));

    /// <summary>Creates a value, known or not.</summary>
    public ArchiveState(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static ArchiveState FindValue(string value) => FindValue<ArchiveState>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator ArchiveState(string value) => FindValue(value);
}
