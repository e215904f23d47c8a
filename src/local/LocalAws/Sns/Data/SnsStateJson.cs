using System.Text.Json.Serialization;

namespace LocalAws.Sns.Data;

/// <summary>How the state is written to the snapshot and read from it.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SnsSavedState))]
internal sealed partial class SnsStateJson : JsonSerializerContext;
