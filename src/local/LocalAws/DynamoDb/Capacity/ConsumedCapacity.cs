namespace LocalAws.DynamoDb.Capacity;

/// <summary>What a request cost one table, as the client sees it.</summary>
internal sealed class ConsumedCapacity
{
    public required string TableName { get; init; }

    public required double CapacityUnits { get; init; }

    public double? ReadCapacityUnits { get; init; }

    public double? WriteCapacityUnits { get; init; }

    /// <summary>The table's share, which without indexes is all of it; only when asked for by <c>INDEXES</c>.</summary>
    public TableCapacity? Table { get; init; }

    /// <summary>The report that the request asked for by its <c>ReturnConsumedCapacity</c>; null when it did not.</summary>
    public static ConsumedCapacity? Of(string? mode, string tableName, double units) => mode is "TOTAL" or "INDEXES"
        ? new ConsumedCapacity
        {
            TableName = tableName,
            CapacityUnits = units,
            Table = mode == "INDEXES" ? new TableCapacity { CapacityUnits = units } : null,
        }
        : null;

    /// <summary>Of a transaction, which also tells reads from writes.</summary>
    public static ConsumedCapacity OfTransaction(string mode, string tableName, double units, bool isRead)
    {
        double? read = isRead ? units : null;
        double? write = isRead ? null : units;
        return new ConsumedCapacity
        {
            TableName = tableName,
            CapacityUnits = units,
            ReadCapacityUnits = read,
            WriteCapacityUnits = write,
            Table = mode == "INDEXES"
                ? new TableCapacity { CapacityUnits = units, ReadCapacityUnits = read, WriteCapacityUnits = write }
                : null,
        };
    }
}
