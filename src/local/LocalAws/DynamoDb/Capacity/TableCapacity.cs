namespace LocalAws.DynamoDb.Capacity;

/// <summary>A table's share of what a request cost.</summary>
internal sealed class TableCapacity
{
    public required double CapacityUnits { get; init; }

    public double? ReadCapacityUnits { get; init; }

    public double? WriteCapacityUnits { get; init; }
}
