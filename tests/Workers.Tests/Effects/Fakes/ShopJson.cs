using System.Text.Json.Serialization;

namespace Workers.Tests.Effects.Fakes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Sold))]
[JsonSerializable(typeof(SoldOut))]
internal sealed partial class ShopJson : JsonSerializerContext;
