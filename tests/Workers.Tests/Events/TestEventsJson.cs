using System.Text.Json.Serialization;

namespace Workers.Tests.Events;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Moved))]
internal sealed partial class TestEventsJson : JsonSerializerContext;
