using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Data;

/// <summary>How the state is written to the snapshot and read from it.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SqsState))]
internal sealed partial class SqsStateJson : JsonSerializerContext;
