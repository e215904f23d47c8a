using System.Collections.Concurrent;
using LocalAws.DynamoDb.Transactions;

namespace LocalAws.DynamoDb.Storage;

/// <summary>The tables of one region.</summary>
internal sealed class Region(string name, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private long _created;

    /// <summary>The idempotency tokens of this region's transactions.</summary>
    public RequestTokens Tokens { get; } = new(time);

    public IEnumerable<string> TableNames => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>The table of that name or ARN; null when there is none.</summary>
    public Table? Find(string nameOrArn) => _tables.GetValueOrDefault(nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..]);

    /// <summary>The table that a request about items names.</summary>
    public Table Table(string nameOrArn) => Find(nameOrArn) ?? throw DynamoDbErrors.TableNotFound();

    /// <summary>Makes a table, or returns null when the name is taken.</summary>
    public Table? Create(string tableName, KeySchema schema, TableSettings settings)
    {
        var table = new Table(tableName, name, Interlocked.Increment(ref _created), schema, settings, time);
        return _tables.TryAdd(tableName, table) ? table : null;
    }

    public bool Delete(Table table) => _tables.TryRemove(KeyValuePair.Create(table.Name, table));
}
