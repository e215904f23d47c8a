using System.Text.Json.Serialization;

namespace Workers.Shipping.Carriers;

/// <summary>The JSON of the carrier's contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShipmentBody))]
[JsonSerializable(typeof(AnswerBody))]
internal sealed partial class CarrierJson : JsonSerializerContext;

/// <summary>What is posted to have a shipment made.</summary>
internal sealed record ShipmentBody(
    string OrderId, string ShipmentId, string CustomerId, string Address, IReadOnlyList<ShipmentLine> Items);

/// <summary>One product of a shipment.</summary>
internal sealed record ShipmentLine(string ProductId, int Quantity);

/// <summary>What comes back.</summary>
internal sealed record AnswerBody(string? Status = null, string? Carrier = null, string? TrackingNumber = null, string? Reason = null);
