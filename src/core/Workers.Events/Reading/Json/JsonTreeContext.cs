using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Workers.Events.Reading.Json;

/// <summary>Writes trees without reflection.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class JsonTreeContext : JsonSerializerContext;
