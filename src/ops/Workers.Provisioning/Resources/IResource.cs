namespace Workers.Provisioning.Resources;

/// <summary>One resource of the topology, at one endpoint.</summary>
internal interface IResource
{
    /// <summary>What it is, in AWS's words.</summary>
    string Kind { get; }

    /// <summary>Its name, prefix included.</summary>
    string Name { get; }

    /// <summary>How the resource differs from the topology; null where it does not exist. Remembers its ARN.</summary>
    Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken);

    /// <summary>Makes the resource, which does not exist. Remembers its ARN.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Brings the resource, which exists, to what the topology says.</summary>
    Task ChangeAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the resource; false where there was none.</summary>
    Task<bool> DeleteAsync(CancellationToken cancellationToken);
}
