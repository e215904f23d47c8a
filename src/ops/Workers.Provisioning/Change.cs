namespace Workers.Provisioning;

/// <summary>What provisioning did to a resource.</summary>
public enum Change
{
    /// <summary>It was as the topology wants it.</summary>
    Unchanged,

    /// <summary>It did not exist.</summary>
    Created,

    /// <summary>It differed from the topology.</summary>
    Changed,

    /// <summary>It existed and is gone.</summary>
    Deleted,

    /// <summary>It was to be deleted and did not exist.</summary>
    Absent,

    /// <summary>AWS refused it, did not answer, or was not waited for: what became of it is not known.</summary>
    Failed,
}
