using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Queries;

/// <summary>The items that one Query or Scan reads: up to its limit, and up to 1 MB.</summary>
internal sealed class Page(Table table, int? limit)
{
    private const long MaxBytes = 1024 * 1024;

    public List<AttributeMap> Items { get; } = [];

    public long Bytes { get; private set; }

    public bool IsFull => Items.Count == limit || Bytes >= MaxBytes;

    /// <summary>Where the next page begins. DynamoDB says so even when the last item is the last of all.</summary>
    public AttributeMap? LastKey => IsFull ? table.Schema.ToMap(Items[^1]) : null;

    /// <summary>Reads an item, unless it has expired.</summary>
    public void Add(AttributeMap item)
    {
        if (table.Live(item) is not null)
        {
            Items.Add(item);
            Bytes += item.Size;
        }
    }
}
