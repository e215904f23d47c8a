using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Events.Reading.Json;

/// <summary>Remembers where a value is instead of reading it. Needs the whole JSON in one span, from its first byte.</summary>
internal sealed class JsonRangeConverter : JsonConverter<JsonRange>
{
    public override JsonRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new(kind, start, (int)reader.BytesConsumed - start);
    }

    public override void Write(Utf8JsonWriter writer, JsonRange value, JsonSerializerOptions options) =>
        throw new NotSupportedException("An envelope is EventBridge's to write.");
}
