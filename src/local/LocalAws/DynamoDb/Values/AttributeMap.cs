using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.DynamoDb.Values;

/// <summary>Values by name: an item, a key, or the content of an <c>M</c>. Never changes once made.</summary>
/// <param name="attributes">The values; the map owns them from now on.</param>
[JsonConverter(typeof(AttributeMapConverter))]
internal sealed class AttributeMap(Dictionary<string, AttributeValue> attributes) : IEquatable<AttributeMap>
{
    public static readonly AttributeMap Empty = new([]);

    private int _size = -1;

    public int Count => attributes.Count;

    public IEnumerable<string> Names => attributes.Keys;

    /// <summary>The size in bytes that DynamoDB limits and charges for, names included.</summary>
    public int Size => _size >= 0 ? _size : _size = ItemSize.Of(this);

    /// <summary>The value of that name, or null.</summary>
    public AttributeValue? this[string name] => attributes.GetValueOrDefault(name);

    public Dictionary<string, AttributeValue>.Enumerator GetEnumerator() => attributes.GetEnumerator();

    /// <summary>A copy that may be changed and made a map of its own.</summary>
    public Dictionary<string, AttributeValue> ToDictionary() => new(attributes);

    public bool Equals(AttributeMap? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (var (name, value) in attributes)
        {
            if (!value.Equals(other[name]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    public override int GetHashCode() => Count;
}

/// <summary>Items and keys on the wire: an object of values.</summary>
internal sealed class AttributeMapConverter : JsonConverter<AttributeMap>
{
    public override AttributeMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttributeValueReader.ReadMap(ref reader, level: 1);

    public override void Write(Utf8JsonWriter writer, AttributeMap value, JsonSerializerOptions options) =>
        AttributeValueWriter.Write(writer, value);
}
