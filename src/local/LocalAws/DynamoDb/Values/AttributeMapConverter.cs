using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.DynamoDb.Values;

/// <summary>Items and keys on the wire: an object of values.</summary>
internal sealed class AttributeMapConverter : JsonConverter<AttributeMap>
{
    public override AttributeMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttributeValueReader.ReadMap(ref reader, level: 1);

    public override void Write(Utf8JsonWriter writer, AttributeMap value, JsonSerializerOptions options) =>
        AttributeValueWriter.Write(writer, value);
}
