using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Queries;

/// <summary>The items that one Query or Scan reads: up to its limit, and up to 1 MB.</summary>
internal sealed class Page(ReadTarget target, int? limit)
{
    private const long MaxBytes = 1024 * 1024;

    public List<Row> Rows { get; } = [];

    public long Bytes { get; private set; }

    public bool IsFull => Rows.Count == limit || Bytes >= MaxBytes;

    /// <summary>Where the next page begins. DynamoDB says so even when the last item is the last of all.</summary>
    public AttributeMap? LastKey => IsFull ? target.KeyOf(Rows[^1].Item) : null;

    /// <summary>Reads an item, unless it has expired.</summary>
    public void Add(in Row row)
    {
        if (target.Table.Live(row.Item) is not null)
        {
            Rows.Add(row);
            Bytes += row.View.Size;
        }
    }
}
