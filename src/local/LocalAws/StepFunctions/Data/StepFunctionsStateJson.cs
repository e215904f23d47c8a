using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Data;

/// <summary>How the state is written to the snapshot and read from it.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(JsonNodeAsText), typeof(JsonObjectAsText)],
    IgnoreReadOnlyProperties = true,
    MaxDepth = 1024,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StepFunctionsState))]
internal sealed partial class StepFunctionsStateJson : JsonSerializerContext;

/// <summary>Data of executions are saved as text, so that they come back as they were, however deep.</summary>
internal sealed class JsonNodeAsText : JsonConverter<JsonNode>
{
    public override JsonNode? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, JsonNode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonText.Write(value));
}

/// <summary>The same for what is an object always.</summary>
internal sealed class JsonObjectAsText : JsonConverter<JsonObject>
{
    public override JsonObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Parse(reader.GetString()!) as JsonObject;

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonText.Write(value));
}
