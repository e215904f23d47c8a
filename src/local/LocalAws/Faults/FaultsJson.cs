using System.Text.Json.Serialization;

namespace LocalAws.Faults;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(FaultsDocument))]
internal sealed partial class FaultsJson : JsonSerializerContext;
