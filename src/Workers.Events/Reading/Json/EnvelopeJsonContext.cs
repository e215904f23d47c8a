using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Workers.Events.Reading.Json;

/// <summary>The JSON around the business fields.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    Converters = [typeof(UtcTimeConverter), typeof(JsonRangeConverter)])]
[JsonSerializable(typeof(BodyJson))]
[JsonSerializable(typeof(DetailJson))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class EnvelopeJsonContext : JsonSerializerContext;
