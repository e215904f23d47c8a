namespace Workers.Contracts.Resources;

/// <summary>A table that pays per request; its keys are strings, unless it says otherwise.</summary>
/// <param name="Name">The unprefixed name.</param>
/// <param name="PartitionKey">The partition key's attribute.</param>
public sealed record TableDefinition(string Name, string PartitionKey)
{
    /// <summary>The sort key's attribute; null for none.</summary>
    public string? SortKey { get; init; }

    /// <summary>Whether the sort key is a number.</summary>
    /// <value>No: a string.</value>
    public bool SortIsNumber { get; init; }

    /// <summary>The attribute that holds when an item expires, in epoch seconds; null for items that stay.</summary>
    public string? TimeToLiveAttribute { get; init; }
}
