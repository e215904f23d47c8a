using System.Text.Json.Serialization;

namespace LocalAws.DynamoDb.Data;

/// <summary>How the state is written to the snapshot and read from it.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    MaxDepth = 1024,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DynamoDbState))]
internal sealed partial class DynamoDbStateJson : JsonSerializerContext;
