using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Data;

/// <summary>How the state is written to the snapshot and read from it.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(EnvelopeConverter)],
    IgnoreReadOnlyProperties = true,
    MaxDepth = 1024,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EventBridgeState))]
internal sealed partial class EventBridgeStateJson : JsonSerializerContext;

/// <summary>An envelope is JSON already: it stands in the snapshot byte for byte.</summary>
internal sealed class EnvelopeConverter : JsonConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref reader).GetRawText());

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value, skipInputValidation: true);
}
