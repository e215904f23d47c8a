using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

/// <summary>One item: its table's unprefixed name and its key attributes.</summary>
/// <param name="Table">The table's unprefixed name.</param>
/// <param name="PartitionName">The partition key attribute's name.</param>
/// <param name="PartitionValue">Its value; 1 to 2,048 bytes.</param>
/// <param name="SortName">The sort key attribute's name, where the table has one.</param>
/// <param name="SortValue">Its value; 1 to 1,024 bytes.</param>
/// <param name="SortIsNumber">Whether the table's sort key is a number; its value is then written in digits, as DynamoDB writes it.</param>
public sealed record ItemKey(
    string Table,
    string PartitionName,
    string PartitionValue,
    string? SortName = null,
    string? SortValue = null,
    bool SortIsNumber = false)
{
    internal Dictionary<string, AttributeValue> ToAttributes()
    {
        var attributes = new Dictionary<string, AttributeValue> { [PartitionName] = Value.Of(PartitionValue) };
        if (SortName is not null)
        {
            attributes[SortName] = SortIsNumber ? new() { N = SortValue } : Value.Of(SortValue ?? "");
        }

        return attributes;
    }
}
