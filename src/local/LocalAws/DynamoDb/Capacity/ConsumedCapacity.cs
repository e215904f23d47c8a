namespace LocalAws.DynamoDb.Capacity;

/// <summary>What a request cost one table, as the client sees it.</summary>
internal sealed class ConsumedCapacity
{
    public required string TableName { get; init; }

    public required double CapacityUnits { get; init; }

    public double? ReadCapacityUnits { get; init; }

    public double? WriteCapacityUnits { get; init; }

    /// <summary>The table's share; only when asked for by <c>INDEXES</c>, as are those of the indexes.</summary>
    public CapacityShare? Table { get; init; }

    public Dictionary<string, CapacityShare>? LocalSecondaryIndexes { get; init; }

    public Dictionary<string, CapacityShare>? GlobalSecondaryIndexes { get; init; }

    /// <summary>The report that the request asked for by its <c>ReturnConsumedCapacity</c>; null when it did not.</summary>
    public static ConsumedCapacity? Of(string? mode, string tableName, Cost cost) => mode is "TOTAL" or "INDEXES"
        ? Of(mode, tableName, cost, units => new CapacityShare { CapacityUnits = units })
        : null;

    /// <summary>Of a transaction, which also tells reads from writes.</summary>
    public static ConsumedCapacity OfTransaction(string mode, string tableName, Cost cost, bool isRead) =>
        Of(mode, tableName, cost, units => new CapacityShare
        {
            CapacityUnits = units,
            ReadCapacityUnits = isRead ? units : null,
            WriteCapacityUnits = isRead ? null : units,
        });

    private static ConsumedCapacity Of(string mode, string tableName, Cost cost, Func<double, CapacityShare> share)
    {
        var total = share(cost.Total);
        return new ConsumedCapacity
        {
            TableName = tableName,
            CapacityUnits = total.CapacityUnits,
            ReadCapacityUnits = total.ReadCapacityUnits,
            WriteCapacityUnits = total.WriteCapacityUnits,
            Table = mode == "INDEXES" ? share(cost.Table) : null,
            LocalSecondaryIndexes = mode == "INDEXES" ? Shares(cost, isGlobal: false, share) : null,
            GlobalSecondaryIndexes = mode == "INDEXES" ? Shares(cost, isGlobal: true, share) : null,
        };
    }

    private static Dictionary<string, CapacityShare>? Shares(Cost cost, bool isGlobal, Func<double, CapacityShare> share)
    {
        var shares = cost.Indexes
            .Where(part => part.Index.IsGlobal == isGlobal)
            .ToDictionary(part => part.Index.Name, part => share(part.Units));
        return shares.Count == 0 ? null : shares;
    }
}

/// <summary>A table's or an index's share of what a request cost.</summary>
internal sealed class CapacityShare
{
    public required double CapacityUnits { get; init; }

    public double? ReadCapacityUnits { get; init; }

    public double? WriteCapacityUnits { get; init; }
}
