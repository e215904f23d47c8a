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
    Converters =
    [
        typeof(UtcTimeConverter),
        typeof(ExactDecimalConverter),
        typeof(WholeNumberConverter),
        typeof(NamedEnumConverter<ReservationFailure>),
        typeof(NamedEnumConverter<OrderStatus>),
        typeof(NamedEnumConverter<OrderStage>),
        typeof(NamedEnumConverter<VisitorKind>),
        typeof(NamedEnumConverter<BehaviourStep>),
        typeof(NamedEnumConverter<OnboardingStep>),
        typeof(NamedEnumConverter<TicketPriority>),
        typeof(NamedEnumConverter<TicketUpdate>),
        typeof(NamedEnumConverter<TicketPromise>),
    ])]
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
[JsonSerializable(typeof(OrderCancellationRequested))]
[JsonSerializable(typeof(OrderRecorded))]
[JsonSerializable(typeof(OrderCancellationDecided))]
[JsonSerializable(typeof(CancellationRefused))]
[JsonSerializable(typeof(OrderPaid))]
[JsonSerializable(typeof(OrderCompleted))]
[JsonSerializable(typeof(OrderFailed))]
[JsonSerializable(typeof(ShipmentOverdue))]
[JsonSerializable(typeof(DeadlinePassed))]
[JsonSerializable(typeof(PaymentProcessed))]
[JsonSerializable(typeof(PaymentFailed))]
[JsonSerializable(typeof(PaymentRefunded))]
[JsonSerializable(typeof(ShipmentCreated))]
[JsonSerializable(typeof(ShippingFailed))]
[JsonSerializable(typeof(ShipmentDelivered))]
[JsonSerializable(typeof(PurchaseOrderRaised))]
[JsonSerializable(typeof(PurchaseOrderClosed))]
[JsonSerializable(typeof(BehaviourRecorded))]
[JsonSerializable(typeof(BehaviourEnriched))]
[JsonSerializable(typeof(ConversionRecorded))]
[JsonSerializable(typeof(UserRegistered))]
[JsonSerializable(typeof(CustomerRegistered))]
[JsonSerializable(typeof(OnboardingStepDue))]
[JsonSerializable(typeof(TicketOpened))]
[JsonSerializable(typeof(TicketUpdated))]
[JsonSerializable(typeof(TicketAssigned))]
[JsonSerializable(typeof(TicketAnswered))]
[JsonSerializable(typeof(TicketEscalated))]
[JsonSerializable(typeof(TicketResolved))]
[JsonSerializable(typeof(WorkflowTriggered))]
[JsonSerializable(typeof(StockReservationRequested))]
[JsonSerializable(typeof(PaymentRequested))]
[JsonSerializable(typeof(ShipmentRequested))]
[JsonSerializable(typeof(StockReleaseRequested))]
[JsonSerializable(typeof(RefundRequested))]
[JsonSerializable(typeof(NothingReleased))]
[JsonSerializable(typeof(NothingRefunded))]
[JsonSerializable(typeof(WorkflowFailed))]
[JsonSerializable(typeof(ExecutionEnded))]
internal sealed partial class ContractsJsonContext : JsonSerializerContext;
