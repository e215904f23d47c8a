using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Capacity;

/// <summary>What a request cost in one table: the table's part and that of each index that had one.</summary>
/// <param name="Table">The table's part.</param>
/// <param name="Indexes">The parts of indexes.</param>
internal sealed record Cost(double Table, IReadOnlyList<(SecondaryIndex Index, double Units)> Indexes)
{
    public double Total => Table + Indexes.Sum(index => index.Units);

    public static Cost OfRead(long size, bool isConsistent) => new(CapacityUnits.Read(size, isConsistent), []);

    /// <summary>A write costs in each index that it changes something in.</summary>
    public static Cost OfWrite(Table table, WriteOutcome outcome) => new(
        CapacityUnits.Write(outcome.ChargedSize),
        [
            .. table.Indexes
                .Select(index => (index, Units: UnitsOf(index, outcome.Before, outcome.After)))
                .Where(part => part.Units > 0),
        ]);

    public Cost Times(double factor) =>
        new(Table * factor, [.. Indexes.Select(part => (part.Index, part.Units * factor))]);

    public Cost Plus(Cost other) => new(
        Table + other.Table,
        [
            .. Indexes.Concat(other.Indexes)
                .GroupBy(part => part.Index)
                .Select(parts => (parts.Key, parts.Sum(part => part.Units))),
        ]);

    /// <summary>An item that moves in an index is written twice: once to take it out, once to put it in.</summary>
    private static double UnitsOf(SecondaryIndex index, AttributeMap? before, AttributeMap? after) =>
        (index.ViewOf(before), index.ViewOf(after)) switch
        {
            (null, null) => 0,
            ({ } removed, null) => CapacityUnits.Write(removed.Size),
            (null, { } added) => CapacityUnits.Write(added.Size),
            ({ } same, { } view) when same.Equals(view) => 0,
            ({ } old, { } changed) when index.IsSamePlace(before!, after!) =>
                CapacityUnits.Write(Math.Max(old.Size, changed.Size)),
            ({ } removed, { } added) => CapacityUnits.Write(removed.Size) + CapacityUnits.Write(added.Size),
        };
}
