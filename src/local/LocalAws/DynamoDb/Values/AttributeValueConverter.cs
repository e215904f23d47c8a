using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.DynamoDb.Values;

/// <summary>Values on the wire: an object with one member, named after the type.</summary>
internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AttributeValueReader.Read(ref reader, level: 1);

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) =>
        AttributeValueWriter.Write(writer, value);
}
