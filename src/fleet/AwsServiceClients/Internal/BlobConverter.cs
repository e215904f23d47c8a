#nullable enable
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Internal;

/// <summary>Bytes as AWS JSON has them: base64. The whole stream is written, wherever it is positioned.</summary>
internal sealed class BlobConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.TryGetBuffer(out var bytes) ? bytes : value.ToArray());
}
