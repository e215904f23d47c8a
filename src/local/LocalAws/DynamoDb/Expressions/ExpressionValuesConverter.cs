using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>ExpressionAttributeValues on the wire: a value that is refused is named by its placeholder.</summary>
internal sealed class ExpressionValuesConverter : JsonConverter<AttributeMap>
{
    public override AttributeMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        AttributeValueReader.Require(ref reader, JsonTokenType.StartObject);
        var values = new Dictionary<string, AttributeValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var placeholder = reader.GetString()!;
            reader.Read();
            values[placeholder] = Read(ref reader, placeholder);
        }

        return new AttributeMap(values);
    }

    public override void Write(Utf8JsonWriter writer, AttributeMap value, JsonSerializerOptions options) =>
        AttributeValueWriter.Write(writer, value);

    private static AttributeValue Read(ref Utf8JsonReader reader, string placeholder)
    {
        try
        {
            return AttributeValueReader.Read(ref reader, level: 1);
        }
        catch (AwsException exception) when (exception.Code == DynamoDbErrors.ValidationCode)
        {
            throw DynamoDbErrors.Validation(
                $"ExpressionAttributeValues contains invalid value: {exception.Message} for key {placeholder}");
        }
    }
}
