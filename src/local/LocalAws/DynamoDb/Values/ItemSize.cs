using System.Text;

namespace LocalAws.DynamoDb.Values;

/// <summary>Sizes as DynamoDB counts them for its limits and for capacity.</summary>
internal static class ItemSize
{
    /// <summary>The largest item: 400 KB.</summary>
    public const int Limit = 400 * 1024;

    private const int DocumentOverhead = 3;

    public static int Of(AttributeMap map)
    {
        var size = 0;
        foreach (var (name, value) in map)
        {
            size += Encoding.UTF8.GetByteCount(name) + Of(value);
        }

        return size;
    }

    public static int Of(AttributeValue value) => value.Type switch
    {
        AttributeType.S => Encoding.UTF8.GetByteCount(value.Text),
        AttributeType.N => value.Number.Size,
        AttributeType.B => value.Bytes.Length,
        AttributeType.BOOL or AttributeType.NULL => 1,
        AttributeType.M => DocumentOverhead + value.Members.Count + value.Members.Size,
        AttributeType.L => DocumentOverhead + value.Elements.Length + value.Elements.Sum(Of),
        _ => value.Elements.Sum(Of),
    };
}
