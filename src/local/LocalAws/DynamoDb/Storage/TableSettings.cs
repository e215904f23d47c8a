using System.Collections.Immutable;

namespace LocalAws.DynamoDb.Storage;

/// <summary>What can be changed about a table.</summary>
internal sealed record TableSettings
{
    public const string OnDemand = "PAY_PER_REQUEST";
    public const string Provisioned = "PROVISIONED";

    public string BillingMode { get; init; } = Provisioned;

    public long ReadCapacityUnits { get; init; }

    public long WriteCapacityUnits { get; init; }

    public bool IsDeletionProtected { get; init; }

    /// <summary>Null where it was never said, which means the standard class.</summary>
    public string? TableClass { get; init; }

    /// <summary>The attribute that holds an item's expiry; null when items do not expire.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
}
