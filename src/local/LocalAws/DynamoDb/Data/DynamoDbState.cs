using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Streams;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Data;

/// <summary>Everything that DynamoDB holds, as it is saved.</summary>
internal sealed record DynamoDbState(IReadOnlyList<RegionState> Regions);

/// <summary>A region as it is saved.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tables">Its tables, and those that are gone but have a stream that can be read.</param>
/// <param name="Tokens">The idempotency tokens of transactions that were carried out.</param>
internal sealed record RegionState(string Name, IReadOnlyList<TableState> Tables, IReadOnlyList<TokenState> Tokens);

/// <summary>A transaction that was carried out under a client's token, and until when that is known.</summary>
internal sealed record TokenState(string Token, UInt128 Fingerprint, DateTimeOffset Expiry);

/// <summary>A table as it is saved.</summary>
internal sealed record TableState(string Name, Guid Id, DateTimeOffset Created, bool IsDeleted, IReadOnlyList<KeyAttribute> Key)
{
    public required string BillingMode { get; init; }

    public required Throughput Throughput { get; init; }

    public DateTimeOffset? OnDemandSince { get; init; }

    public required IReadOnlyList<KeyAttribute> KeyAttributes { get; init; }

    public required IReadOnlyList<IndexState> Indexes { get; init; }

    public required bool IsDeletionProtected { get; init; }

    public string? TableClass { get; init; }

    public string? TimeToLiveAttribute { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>The label of the stream that is the table's, or was last.</summary>
    public string? StreamLabel { get; init; }

    public required IReadOnlyList<StreamState> Streams { get; init; }

    public required IReadOnlyList<AttributeMap> Items { get; init; }

    /// <summary>The table now. Callers hold its gates.</summary>
    public static TableState Of(Table table, bool isDeleted, IEnumerable<TableStream> streams)
    {
        var settings = table.Settings;
        return new TableState(table.Name, table.Id, table.Created, isDeleted, table.Schema.Attributes)
        {
            BillingMode = settings.BillingMode,
            Throughput = settings.Throughput,
            OnDemandSince = settings.OnDemandSince,
            KeyAttributes = settings.KeyAttributes,
            Indexes = [.. settings.Indexes.Select(IndexState.Of)],
            IsDeletionProtected = settings.IsDeletionProtected,
            TableClass = settings.TableClass,
            TimeToLiveAttribute = settings.TimeToLiveAttribute,
            Tags = settings.Tags,
            StreamLabel = settings.Stream?.Label,
            Streams = [.. streams.Select(stream => stream.Save())],
            Items = isDeleted ? [] : ItemsOf(table),
        };
    }

    /// <summary>The table with its items and streams.</summary>
    public (Table Table, IReadOnlyList<TableStream> Streams) Restore(string region, long number, TimeProvider time)
    {
        var schema = new KeySchema(Key[0], Key.ElementAtOrDefault(1));
        var settings = new TableSettings
        {
            BillingMode = BillingMode,
            Throughput = Throughput,
            OnDemandSince = OnDemandSince,
            KeyAttributes = [.. KeyAttributes],
            Indexes = [.. Indexes.Select(index => index.Restore(schema))],
            IsDeletionProtected = IsDeletionProtected,
            TableClass = TableClass,
            TimeToLiveAttribute = TimeToLiveAttribute,
            Tags = TableSettings.NoTags.AddRange(Tags),
        };
        var table = new Table(Name, region, number, schema, settings, time) { Id = Id, Created = Created };
        foreach (var item in Items)
        {
            table.Restore(item);
        }

        List<TableStream> streams = [.. Streams.Select(stream => new TableStream(table, stream, time))];
        table.Change(made => made with { Stream = streams.Find(stream => stream.Label == StreamLabel) });
        return (table, streams);
    }

    private static List<AttributeMap> ItemsOf(Table table)
    {
        List<AttributeMap> items = [];
        foreach (var part in table.Parts)
        {
            // A table that was made since the gates were entered is not held yet.
            lock (part.Gate)
            {
                part.AddTo(items);
            }
        }

        return items;
    }
}

/// <summary>An index as it is saved: its items follow from the table's.</summary>
internal sealed record IndexState(
    string Name, bool IsGlobal, IReadOnlyList<KeyAttribute> Key, IndexProjection Projection, Throughput Throughput)
{
    public static IndexState Of(SecondaryIndex index) =>
        new(index.Name, index.IsGlobal, index.Schema.Attributes, index.Projection, index.Throughput);

    public SecondaryIndex Restore(KeySchema table) =>
        new(Name, IsGlobal, new KeySchema(Key[0], Key.ElementAtOrDefault(1)), Projection, table) { Throughput = Throughput };
}

/// <summary>A stream as it is saved.</summary>
/// <param name="Label">What tells it from other streams of the table.</param>
/// <param name="View">What its records have of an item.</param>
/// <param name="Opened">When it was opened.</param>
/// <param name="IsClosed">Whether changes still come in.</param>
/// <param name="Trimmed">How many records are no longer kept.</param>
/// <param name="Records">Those that are.</param>
internal sealed record StreamState(
    string Label, string View, DateTimeOffset Opened, bool IsClosed, long Trimmed, IReadOnlyList<StreamRecord> Records);
