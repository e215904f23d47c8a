using Workers.Contracts.Bodies;
using Workers.Contracts.Json;
using Workers.Contracts.Upcasters;
using Workers.Events.Reading;

namespace Workers.Contracts;

/// <summary>Everything that is said here: our events, their other spellings, the shapes of other producers.</summary>
public static class EventCatalog
{
    /// <summary>Builds a registry that takes any time: for what writes events, and for specs.</summary>
    public static EventRegistry Build() => Builder().Build();

    /// <summary>Builds the registry of a host. One per process is enough: it never changes.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="futureTolerance">How far ahead of the clock the time of an event may be.</param>
    public static EventRegistry Build(TimeProvider time, TimeSpan futureTolerance) =>
        Builder().RefuseFuture(time, futureTolerance).Build();

    private static EventRegistryBuilder Builder() => new EventRegistryBuilder()
        .Event(EventNames.OrderPlaced, ContractsJsonContext.Default.OrderPlaced, "1.2")
        .Event(EventNames.OrderCancelled, ContractsJsonContext.Default.OrderCancelled)
        .Event(EventNames.OrderCancellationRequested, ContractsJsonContext.Default.OrderCancellationRequested)
        .Event(EventNames.OrderRecorded, ContractsJsonContext.Default.OrderRecorded, "1.1")
        .Event(EventNames.OrderCancellationDecided, ContractsJsonContext.Default.OrderCancellationDecided)
        .Event(EventNames.CancellationRefused, ContractsJsonContext.Default.CancellationRefused)
        .Event(EventNames.OrderPaid, ContractsJsonContext.Default.OrderPaid)
        .Event(EventNames.OrderCompleted, ContractsJsonContext.Default.OrderCompleted)
        .Event(EventNames.OrderFailed, ContractsJsonContext.Default.OrderFailed)
        .Event(EventNames.ShipmentOverdue, ContractsJsonContext.Default.ShipmentOverdue)
        .Event(EventNames.DeadlinePassed, ContractsJsonContext.Default.DeadlinePassed)
        .Event(EventNames.PaymentProcessed, ContractsJsonContext.Default.PaymentProcessed)
        .Event(EventNames.PaymentFailed, ContractsJsonContext.Default.PaymentFailed)
        .Event(EventNames.PaymentRefunded, ContractsJsonContext.Default.PaymentRefunded)
        .Event(EventNames.ShipmentCreated, ContractsJsonContext.Default.ShipmentCreated)
        .Event(EventNames.ShippingFailed, ContractsJsonContext.Default.ShippingFailed)
        .Event(EventNames.ShipmentDelivered, ContractsJsonContext.Default.ShipmentDelivered)
        .Event(EventNames.HighValueOrder, ContractsJsonContext.Default.HighValueOrder)
        .Event(EventNames.InventoryUpdated, ContractsJsonContext.Default.InventoryUpdated)
        .Alias(EventNames.StockUpdated, EventNames.InventoryUpdated)
        .Event(EventNames.InventoryReserved, ContractsJsonContext.Default.InventoryReserved)
        .Event(EventNames.ReservationFailed, ContractsJsonContext.Default.ReservationFailed)
        .Event(EventNames.OrderRefused, ContractsJsonContext.Default.OrderRefused)
        .Event(EventNames.InventoryReleased, ContractsJsonContext.Default.InventoryReleased)
        .Event(EventNames.LowStockAlert, ContractsJsonContext.Default.LowStockAlert)
        .Event(EventNames.NotificationSent, ContractsJsonContext.Default.NotificationSent)
        .Event(EventNames.PurchaseOrderRaised, ContractsJsonContext.Default.PurchaseOrderRaised)
        .Event(EventNames.PurchaseOrderClosed, ContractsJsonContext.Default.PurchaseOrderClosed)
        .Event(EventNames.BehaviourRecorded, ContractsJsonContext.Default.BehaviourRecorded)
        .Event(EventNames.BehaviourEnriched, ContractsJsonContext.Default.BehaviourEnriched)
        .Event(EventNames.ConversionRecorded, ContractsJsonContext.Default.ConversionRecorded)
        .Event(EventNames.UserRegistered, ContractsJsonContext.Default.UserRegistered)
        .Event(EventNames.CustomerRegistered, ContractsJsonContext.Default.CustomerRegistered)
        .Event(EventNames.OnboardingStepDue, ContractsJsonContext.Default.OnboardingStepDue)
        .Event(EventNames.TicketOpened, ContractsJsonContext.Default.TicketOpened)
        .Event(EventNames.TicketUpdated, ContractsJsonContext.Default.TicketUpdated)
        .Event(EventNames.TicketAssigned, ContractsJsonContext.Default.TicketAssigned)
        .Event(EventNames.TicketAnswered, ContractsJsonContext.Default.TicketAnswered)
        .Event(EventNames.TicketEscalated, ContractsJsonContext.Default.TicketEscalated)
        .Event(EventNames.TicketResolved, ContractsJsonContext.Default.TicketResolved)
        .Event(EventNames.WorkflowTriggered, ContractsJsonContext.Default.WorkflowTriggered)
        .Event(EventNames.StockReservationRequested, ContractsJsonContext.Default.StockReservationRequested)
        .Event(EventNames.PaymentRequested, ContractsJsonContext.Default.PaymentRequested)
        .Event(EventNames.ShipmentRequested, ContractsJsonContext.Default.ShipmentRequested)
        .Event(EventNames.StockReleaseRequested, ContractsJsonContext.Default.StockReleaseRequested)
        .Event(EventNames.RefundRequested, ContractsJsonContext.Default.RefundRequested)
        .Event(EventNames.NothingReleased, ContractsJsonContext.Default.NothingReleased)
        .Event(EventNames.NothingRefunded, ContractsJsonContext.Default.NothingRefunded)
        .Event(EventNames.WorkflowFailed, ContractsJsonContext.Default.WorkflowFailed)
        .Event(EventNames.ExecutionEnded, ContractsJsonContext.Default.ExecutionEnded)
        .Upcast(EventNames.ForeignOrderCreated, EventNames.OrderPlaced, ForeignOrderCreated.ToOrderPlaced)
        .Upcast(EventNames.ForeignInventoryUpdated, EventNames.InventoryUpdated, ForeignInventoryUpdated.ToInventoryUpdated)
        .Upcast(EventNames.OrderServiceOrderCreated, EventNames.OrderPlaced, OrderServiceOrderCreated.ToOrderPlaced)
        .Upcast(EventNames.ApiGatewayOrderCreated, EventNames.OrderPlaced, ApiGatewayOrderCreated.ToOrderPlaced)
        .Upcast(EventNames.InventoryServiceReserved, EventNames.InventoryReserved, InventoryServiceReserved.ToInventoryReserved)
        .Upcast(EventNames.PaymentServiceCompleted, EventNames.PaymentProcessed, PaymentService.ToPaymentProcessed)
        .Upcast(EventNames.PaymentServiceFailed, EventNames.PaymentFailed, PaymentService.ToPaymentFailed)
        .Upcast(EventNames.ShippingServiceFailed, EventNames.ShippingFailed, ShippingService.ToShippingFailed)
        .Upcast(EventNames.ForeignOrderCompleted, EventNames.OrderCompleted, ForeignOrderCompleted.ToOrderCompleted)
        .Upcast(EventNames.AnyUserRegistered, EventNames.UserRegistered, AnyUserRegistered.ToUserRegistered)
        .Upcast(EventNames.AnySupportTicket, EventNames.TicketOpened, SupportTicket.ToTicketOpened)
        .Upcast(EventNames.AnalyticsEvent, EventNames.BehaviourRecorded, AnalyticsEvent.ToBehaviourRecorded)
        .Upcast(EventNames.ForeignNotificationSent, EventNames.NotificationSent, ForeignNotificationSent.OfSnakeCase)
        .Upcast(EventNames.AnyNotificationSent, EventNames.NotificationSent, ForeignNotificationSent.OfCamelCase)
        .Upcast(EventNames.InventoryServiceFailed, EventNames.ReservationFailed, InventoryServiceFailed.ToReservationFailed)
        .Upcast(EventNames.ExecutionStatusChanged, EventNames.ExecutionEnded, ExecutionStatusChanged.ToExecutionEnded)
        .Dialect(EventNames.OrderPlaced, OrderServiceDialect.ToOrderPlaced)
        .Dialect(EventNames.OrderCancelled, OrderServiceDialect.ToOrderCancelled)
        .Dialect(EventNames.ReservationFailed, InventoryServiceDialect.ToReservationFailed)
        .Dialect(EventNames.TicketOpened, SupportTicket.OfOurs)
        .AnswersTask(EventNames.TaskAnswers)
        .Bodies(new HighValueOrderReader());
}
