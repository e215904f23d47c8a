using System.Text.Json;

namespace LocalAws.DynamoDb.Values;

/// <summary>Writes values as clients read them.</summary>
internal static class AttributeValueWriter
{
    public static void Write(Utf8JsonWriter writer, AttributeMap map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(NameOf(value.Type));
        WriteContent(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.S:
                writer.WriteStringValue(value.Text);
                break;
            case AttributeType.N:
                writer.WriteStringValue(value.Number.ToString());
                break;
            case AttributeType.B:
                writer.WriteBase64StringValue(value.Bytes);
                break;
            case AttributeType.BOOL:
                writer.WriteBooleanValue(value == AttributeValue.True);
                break;
            case AttributeType.NULL:
                writer.WriteBooleanValue(true);
                break;
            case AttributeType.M:
                Write(writer, value.Members);
                break;
            default:
                WriteElements(writer, value);
                break;
        }
    }

    private static void WriteElements(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartArray();
        foreach (var element in value.Elements)
        {
            if (value.IsSet)
            {
                WriteContent(writer, element);
            }
            else
            {
                Write(writer, element);
            }
        }

        writer.WriteEndArray();
    }

    private static ReadOnlySpan<byte> NameOf(AttributeType type) => type switch
    {
        AttributeType.S => "S"u8,
        AttributeType.N => "N"u8,
        AttributeType.B => "B"u8,
        AttributeType.BOOL => "BOOL"u8,
        AttributeType.NULL => "NULL"u8,
        AttributeType.SS => "SS"u8,
        AttributeType.NS => "NS"u8,
        AttributeType.BS => "BS"u8,
        AttributeType.L => "L"u8,
        _ => "M"u8,
    };
}
