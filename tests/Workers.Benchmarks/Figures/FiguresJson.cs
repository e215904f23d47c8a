using System.Text.Json.Serialization;

namespace Workers.Benchmarks.Figures;

/// <summary>How figures are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<Figure>))]
internal sealed partial class FiguresJson : JsonSerializerContext;
