using System.Collections.Concurrent;
using System.Globalization;
using LocalAws.DynamoDb.Data;
using LocalAws.DynamoDb.Streams;
using LocalAws.DynamoDb.Transactions;

namespace LocalAws.DynamoDb.Storage;

/// <summary>The tables of one region.</summary>
internal sealed class Region(string name, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TableStream> _streams = new(StringComparer.Ordinal);
    private long _created;

    /// <summary>The idempotency tokens of this region's transactions.</summary>
    public RequestTokens Tokens { get; } = new(time);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The streams that tables have, or had.</summary>
    public IEnumerable<TableStream> Streams => _streams.Values;

    public IEnumerable<string> TableNames => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>The gates of all tables, in the order in which they are entered.</summary>
    public IEnumerable<Lock> Gates =>
        _tables.Values.SelectMany(table => table.Shards).OrderBy(shard => shard.Order).Select(shard => shard.Gate);

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

    /// <summary>Deletes a table; its stream can be read on. False when the table is no longer there.</summary>
    public bool Delete(Table table)
    {
        table.Settings.Stream?.Close();
        return _tables.TryRemove(KeyValuePair.Create(table.Name, table));
    }

    /// <summary>Opens a stream for a table.</summary>
    public TableStream OpenStream(Table table, string view)
    {
        for (var opened = time.GetUtcNow(); ; opened = opened.AddMilliseconds(1))
        {
            var label = opened.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
            var stream = new TableStream(table, label, view, time);
            if (_streams.TryAdd(stream.Arn, stream))
            {
                return stream;
            }
        }
    }

    /// <summary>What is to be saved. Callers hold the gates.</summary>
    public RegionState Save()
    {
        var streams = _streams.Values.ToLookup(stream => stream.Table);
        var deleted = streams.Select(ofTable => ofTable.Key).Where(table => Find(table.Name) != table);
        return new RegionState(
            name,
            [
                .. _tables.Values.Select(table => TableState.Of(table, isDeleted: false, streams[table])),
                .. deleted.Select(table => TableState.Of(table, isDeleted: true, streams[table])),
            ],
            Tokens.Save());
    }

    /// <summary>Puts back what was saved.</summary>
    public void Restore(RegionState saved)
    {
        foreach (var table in saved.Tables)
        {
            var (restored, streams) = table.Restore(name, Interlocked.Increment(ref _created), time);
            if (!table.IsDeleted)
            {
                _tables[table.Name] = restored;
            }

            foreach (var stream in streams)
            {
                _streams[stream.Arn] = stream;
            }
        }

        Tokens.Restore(saved.Tokens);
    }

    /// <summary>The stream of that ARN.</summary>
    public TableStream Stream(string arn)
    {
        StreamArn.Check(arn);
        return _streams.GetValueOrDefault(arn) ?? throw DynamoDbErrors.StreamNotFound(arn);
    }
}
