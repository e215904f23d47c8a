using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Workers.AuditTrail;

/// <summary>
/// The hash of a row, over all of its attributes, keys included, in the order of their names by code unit: of each its name, the letter of
/// its type, and its value. A text's value is UTF-8, a number's are its digits as DynamoDB gives them, bytes are as they are, and a list's
/// value is the hash of its texts. docs/audit.md says it for other programs.
/// </summary>
public static class AuditHash
{
    /// <summary>The hash of a row, in 64 digits.</summary>
    public static string Of(IReadOnlyDictionary<string, AttributeValue> row)
    {
        using var fields = new HashedFields();
        foreach (var (name, value) in row.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            var (type, bytes) = Encode(value);
            fields.Add(name);
            fields.Add(type);
            fields.Add(bytes);
        }

        return fields.Digest();
    }

    /// <summary>
    /// The hash of a link, over the one before it and what the link says, so that no link can be altered, moved or left out.
    /// </summary>
    /// <param name="previous">The hash of the link before; empty for the first.</param>
    /// <param name="link">The link; its own hash does not count.</param>
    public static string Of(string previous, ChainLink link)
    {
        ArgumentNullException.ThrowIfNull(link);

        return HashedFields.Of(
            previous,
            link.Chain,
            link.Number.ToString(CultureInfo.InvariantCulture),
            link.Entity,
            link.At,
            link.RowHash,
            link.ExpiresAt?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    // Rows have no attribute of another type; one that somebody adds makes another hash.
    private static (string Type, byte[] Bytes) Encode(AttributeValue value) => value switch
    {
        { S: { } text } => ("S", Encoding.UTF8.GetBytes(text)),
        { N: { } number } => ("N", Encoding.UTF8.GetBytes(number)),
        { B: { } bytes } => ("B", bytes.ToArray()),
        { L: { } list } => ("L", Encoding.UTF8.GetBytes(HashedFields.Of(list.Select(item => item.S ?? "")))),
        _ => ("?", []),
    };
}
