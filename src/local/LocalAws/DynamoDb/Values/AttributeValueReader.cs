using System.Text.Json;

namespace LocalAws.DynamoDb.Values;

/// <summary>Reads values from requests and refuses those that DynamoDB refuses wherever they stand.</summary>
internal static class AttributeValueReader
{
    public static AttributeMap ReadMap(ref Utf8JsonReader reader, int level)
    {
        Require(ref reader, JsonTokenType.StartObject);
        var attributes = new Dictionary<string, AttributeValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            AttributeName.Check(name, level);
            reader.Read();
            attributes[name] = Read(ref reader, level);
        }

        return new AttributeMap(attributes);
    }

    public static AttributeValue Read(ref Utf8JsonReader reader, int level)
    {
        Nesting.RefuseTooDeep(level);
        Require(ref reader, JsonTokenType.StartObject);
        AttributeValue? value = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var type = TypeNamedBy(ref reader);
            reader.Read();
            if (type is null || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
                continue;
            }

            var content = ReadContent(ref reader, type.Value, level);
            value = value is null ? content : throw DynamoDbErrors.Validation(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        }

        return value ?? throw DynamoDbErrors.Validation(
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    /// <summary>Refuses a token of another kind.</summary>
    public static void Require(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
        {
            throw Unexpected(ref reader);
        }
    }

    private static AttributeValue ReadContent(ref Utf8JsonReader reader, AttributeType type, int level) => type switch
    {
        AttributeType.S => AttributeValue.Of(ReadString(ref reader)),
        AttributeType.N => AttributeValue.Of(NumberParser.Parse(ReadString(ref reader))),
        AttributeType.B => AttributeValue.Of(ReadBytes(ref reader)),
        AttributeType.BOOL => AttributeValue.Of(ReadBoolean(ref reader)),
        AttributeType.NULL => IsTrue(ref reader) ? AttributeValue.Null : throw DynamoDbErrors.InvalidValue(
            "Null attribute value types must have the value of true"),
        AttributeType.M => AttributeValue.Of(ReadMap(ref reader, level + 1)),
        AttributeType.L => AttributeValue.List([.. ReadElements(ref reader, type, level)]),
        _ => SetReader.ToSet(type, ReadElements(ref reader, type, level)),
    };

    private static List<AttributeValue> ReadElements(ref Utf8JsonReader reader, AttributeType type, int level)
    {
        Require(ref reader, JsonTokenType.StartArray);
        var elements = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(type switch
            {
                AttributeType.L => Read(ref reader, level + 1),
                AttributeType.SS => ReadContent(ref reader, AttributeType.S, level),
                AttributeType.NS => ReadContent(ref reader, AttributeType.N, level),
                _ => ReadContent(ref reader, AttributeType.B, level),
            });
        }

        return elements;
    }

    private static string ReadString(ref Utf8JsonReader reader)
    {
        Require(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static byte[] ReadBytes(ref Utf8JsonReader reader)
    {
        Require(ref reader, JsonTokenType.String);
        return reader.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw new JsonException("Base64 encoded content is expected.");
    }

    private static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected(ref reader),
    };

    /// <summary>AWS takes a text for this, too.</summary>
    private static bool IsTrue(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        ? reader.GetString()!.Equals("true", StringComparison.OrdinalIgnoreCase)
        : ReadBoolean(ref reader);

    private static AttributeType? TypeNamedBy(ref Utf8JsonReader reader) => reader switch
    {
        _ when reader.ValueTextEquals("S"u8) => AttributeType.S,
        _ when reader.ValueTextEquals("N"u8) => AttributeType.N,
        _ when reader.ValueTextEquals("M"u8) => AttributeType.M,
        _ when reader.ValueTextEquals("L"u8) => AttributeType.L,
        _ when reader.ValueTextEquals("BOOL"u8) => AttributeType.BOOL,
        _ when reader.ValueTextEquals("NULL"u8) => AttributeType.NULL,
        _ when reader.ValueTextEquals("B"u8) => AttributeType.B,
        _ when reader.ValueTextEquals("SS"u8) => AttributeType.SS,
        _ when reader.ValueTextEquals("NS"u8) => AttributeType.NS,
        _ when reader.ValueTextEquals("BS"u8) => AttributeType.BS,
        _ => null,
    };

    private static JsonException Unexpected(ref Utf8JsonReader reader) =>
        new($"Unexpected {reader.TokenType} in an attribute value.");
}
