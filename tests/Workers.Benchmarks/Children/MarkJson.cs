using System.Text.Json.Serialization;

namespace Workers.Benchmarks.Children;

/// <summary>How marks are written, by us and by the peer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Mark))]
internal sealed partial class MarkJson : JsonSerializerContext;
