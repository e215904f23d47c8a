using System.Collections.Immutable;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Streams;

namespace LocalAws.DynamoDb.Storage;

/// <summary>What can be changed about a table.</summary>
internal sealed record TableSettings
{
    public static readonly ImmutableSortedDictionary<string, string> NoTags =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    public const string OnDemand = "PAY_PER_REQUEST";
    public const string Provisioned = "PROVISIONED";

    public string BillingMode { get; init; } = Provisioned;

    public Throughput Throughput { get; init; } = Throughput.None;

    /// <summary>Since when it is paid for per request, or was for the last time; null where it never was.</summary>
    public DateTimeOffset? OnDemandSince { get; init; }

    /// <summary>The attributes that are a key of the table or of an index.</summary>
    public ImmutableList<KeyAttribute> KeyAttributes { get; init; } = [];

    /// <summary>The indexes in the order of their names.</summary>
    public ImmutableList<SecondaryIndex> Indexes { get; init; } = [];

    public bool IsDeletionProtected { get; init; }

    /// <summary>Null where it was never said, which means the standard class.</summary>
    public string? TableClass { get; init; }

    /// <summary>The attribute that holds an item's expiry; null when items do not expire.</summary>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>The stream, which may have been closed; null where there never was one.</summary>
    public TableStream? Stream { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = NoTags;
}
