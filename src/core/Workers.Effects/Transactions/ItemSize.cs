using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Transactions;

/// <summary>An item's size as DynamoDB counts it: names and values in bytes, with a little for every nested element.</summary>
internal static class ItemSize
{
    /// <summary>A number takes this at most.</summary>
    public const int MaxNumberBytes = 21;

    private const int NestingBytes = 3;

    public static int Of(IEnumerable<KeyValuePair<string, AttributeValue>> attributes) =>
        attributes.Sum(attribute => Of(attribute.Key) + Of(attribute.Value));

    public static int Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Of(text),
        { N: not null } => MaxNumberBytes,
        { B: { } bytes } => (int)bytes.Length,
        { M: { } map } => NestingBytes + map.Count + Of(map),
        { L: { } list } => NestingBytes + list.Count + list.Sum(Of),
        { SS: { } texts } => texts.Sum(Of),
        { NS: { } numbers } => numbers.Count * MaxNumberBytes,
        { BS: { } blobs } => blobs.Sum(blob => (int)blob.Length),
        _ => 1,
    };
}
