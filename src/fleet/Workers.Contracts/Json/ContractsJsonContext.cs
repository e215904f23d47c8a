using System.Text.Json.Serialization;
using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Contracts.Json;

/// <summary>The canonical JSON of every event: camelCase, no nulls, decimals as numbers, times in UTC. Read by value: 2.0 is 2.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(UtcTimeConverter), typeof(ExactDecimalConverter), typeof(WholeNumberConverter), typeof(ReservationFailureConverter)])]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrderCancelled))]
[JsonSerializable(typeof(HighValueOrder))]
[JsonSerializable(typeof(InventoryUpdated))]
[JsonSerializable(typeof(InventoryReserved))]
[JsonSerializable(typeof(ReservationFailed))]
[JsonSerializable(typeof(InventoryReleased))]
[JsonSerializable(typeof(OrderRefused))]
[JsonSerializable(typeof(LowStockAlert))]
[JsonSerializable(typeof(NotificationSent))]
internal sealed partial class ContractsJsonContext : JsonSerializerContext;
