using LocalAws.DynamoDb.Data;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Streams;

/// <summary>
/// A table's stream: its changes of the last 24 hours in one shard, in which those of one item stand in their order. It is open until
/// it is disabled or its table is deleted, and can be read as long as it has records.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="label">What tells it from other streams of the table: the time it was opened at.</param>
/// <param name="view">What its records have of an item.</param>
/// <param name="time">The clock of its records.</param>
internal sealed class TableStream(Table table, string label, string view, TimeProvider time)
{
    /// <summary>The name of its only shard.</summary>
    public const string ShardId = "shardId-00000000000000000000-00000001";

    private static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly List<StreamRecord> _records = [];
    private long _trimmed;
    private bool _isClosed;

    /// <summary>A stream that was saved, with its records.</summary>
    public TableStream(Table table, StreamState saved, TimeProvider time)
        : this(table, saved.Label, saved.View, time)
    {
        Opened = saved.Opened;
        _isClosed = saved.IsClosed;
        _trimmed = saved.Trimmed;
        _records.AddRange(saved.Records);
    }

    public Table Table => table;

    public string Label => label;

    public string Arn => $"{table.Arn}/stream/{label}";

    public string View => view;

    public DateTimeOffset Opened { get; } = time.GetUtcNow();

    /// <summary>Whether changes still come in.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return !_isClosed;
            }
        }
    }

    /// <summary>The number of the oldest record that is kept, or of the next one when there is none.</summary>
    public long First
    {
        get
        {
            lock (_gate)
            {
                Trim();
                return _trimmed;
            }
        }
    }

    /// <summary>The number that the next record gets.</summary>
    public long Next
    {
        get
        {
            lock (_gate)
            {
                return NextNumber;
            }
        }
    }

    private long NextNumber => _trimmed + _records.Count;

    /// <summary>
    /// Adds a change, unless nothing has changed. Callers hold the gate of the item's shard, so that its changes come in order.
    /// </summary>
    public void Append(AttributeMap? before, AttributeMap? after, bool isExpiry)
    {
        if ((before ?? after) is not { } item || before?.Equals(after) == true)
        {
            return;
        }

        lock (_gate)
        {
            Trim();
            if (!_isClosed)
            {
                _records.Add(new StreamRecord(NextNumber, time.GetUtcNow(), table.Schema.ToMap(item), before, after, isExpiry));
            }
        }
    }

    /// <summary>The records from a number on; those that are no longer kept are left out.</summary>
    public List<StreamRecord> Read(long from, int limit)
    {
        lock (_gate)
        {
            Trim();
            var index = (int)(Math.Clamp(from, _trimmed, NextNumber) - _trimmed);
            return _records.GetRange(index, Math.Min(limit, _records.Count - index));
        }
    }

    /// <summary>Ends it: no more changes come in.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    /// <summary>What is to be saved.</summary>
    public StreamState Save()
    {
        lock (_gate)
        {
            Trim();
            return new StreamState(label, view, Opened, _isClosed, _trimmed, [.. _records]);
        }
    }

    private void Trim()
    {
        var oldest = time.GetUtcNow() - Retention;
        var count = _records.FindIndex(record => record.Time > oldest) is var index and >= 0 ? index : _records.Count;
        _records.RemoveRange(0, count);
        _trimmed += count;
    }
}
