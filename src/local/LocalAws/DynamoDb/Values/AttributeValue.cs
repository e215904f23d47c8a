using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.DynamoDb.Values;

/// <summary>One value of an item. Never changes once made, so items share values freely.</summary>
[JsonConverter(typeof(AttributeValueConverter))]
internal sealed class AttributeValue : IEquatable<AttributeValue>
{
    public static readonly AttributeValue Null = new(AttributeType.NULL, null);
    public static readonly AttributeValue True = new(AttributeType.BOOL, null);
    public static readonly AttributeValue False = new(AttributeType.BOOL, null);

    private readonly object? _content;

    private AttributeValue(AttributeType type, object? content)
    {
        Type = type;
        _content = content;
    }

    public AttributeType Type { get; }

    /// <summary>The content of an <c>S</c>.</summary>
    public string Text => (string)_content!;

    /// <summary>The content of an <c>N</c>.</summary>
    public DynamoNumber Number => (DynamoNumber)_content!;

    /// <summary>The content of a <c>B</c>; not to be written to.</summary>
    public byte[] Bytes => (byte[])_content!;

    /// <summary>The elements of an <c>L</c> in order, or of a set in ascending order; not to be written to.</summary>
    public AttributeValue[] Elements => (AttributeValue[])_content!;

    /// <summary>The content of an <c>M</c>.</summary>
    public AttributeMap Members => (AttributeMap)_content!;

    public bool IsSet => Type is AttributeType.SS or AttributeType.NS or AttributeType.BS;

    /// <summary>Whether values of this type have an order: strings, numbers and binaries.</summary>
    public bool IsOrdered => Type is AttributeType.S or AttributeType.N or AttributeType.B;

    public static AttributeValue Of(string text) => new(AttributeType.S, text);

    public static AttributeValue Of(DynamoNumber number) => new(AttributeType.N, number);

    public static AttributeValue Of(byte[] bytes) => new(AttributeType.B, bytes);

    public static AttributeValue Of(bool value) => value ? True : False;

    public static AttributeValue Of(AttributeMap members) => new(AttributeType.M, members);

    public static AttributeValue List(AttributeValue[] elements) => new(AttributeType.L, elements);

    /// <summary>A set of the distinct elements given, which it keeps in ascending order as DynamoDB does.</summary>
    public static AttributeValue Set(AttributeType type, AttributeValue[] elements)
    {
        Array.Sort(elements, Compare);
        return new AttributeValue(type, elements);
    }

    /// <summary>The order of two ordered values of one type: numbers by value, strings by UTF-8 bytes, binaries by bytes.</summary>
    public static int Compare(AttributeValue left, AttributeValue right) => left.Type switch
    {
        AttributeType.S => Utf8Order.Compare(left.Text, right.Text),
        AttributeType.N => left.Number.CompareTo(right.Number),
        _ => left.Bytes.AsSpan().SequenceCompareTo(right.Bytes),
    };

    /// <summary>A string, number or binary as DynamoDB prints it, such as <c>AttributeValue: {S:a}</c>.</summary>
    public string Describe()
    {
        var content = Type switch
        {
            AttributeType.S => Text,
            AttributeType.N => Number.ToString(),
            _ => Convert.ToBase64String(Bytes),
        };
        return $"AttributeValue: {{{Type}:{content}}}";
    }

    public bool Equals(AttributeValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Type != Type)
        {
            return false;
        }

        return Type switch
        {
            AttributeType.S => Text == other.Text,
            AttributeType.N => Number.CompareTo(other.Number) == 0,
            AttributeType.B => Bytes.AsSpan().SequenceEqual(other.Bytes),
            AttributeType.M => Members.Equals(other.Members),
            AttributeType.BOOL or AttributeType.NULL => false,
            _ => Elements.AsSpan().SequenceEqual(other.Elements),
        };
    }

    public override bool Equals(object? obj) => Equals(obj as AttributeValue);

    /// <summary>Spreads keys well; documents only by their number of members.</summary>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Type);
        switch (Type)
        {
            case AttributeType.S:
                hash.Add(Text, StringComparer.Ordinal);
                break;
            case AttributeType.N:
                hash.Add(Number);
                break;
            case AttributeType.B:
                hash.AddBytes(Bytes);
                break;
            case AttributeType.M:
                hash.Add(Members.Count);
                break;
            case AttributeType.BOOL or AttributeType.NULL:
                break;
            default:
                hash.Add(Elements.Length);
                break;
        }

        return hash.ToHashCode();
    }
}

/// <summary>Values on the wire: an object with one member, named after the type.</summary>
internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttributeValueReader.Read(ref reader, level: 1);

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) =>
        AttributeValueWriter.Write(writer, value);
}
