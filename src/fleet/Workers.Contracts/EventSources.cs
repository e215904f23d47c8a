using Workers.Events;

namespace Workers.Contracts;

/// <summary>Who speaks on the bus: the <c>source</c> of every event that some rule routes.</summary>
public static class EventSources
{
    /// <summary>Orders, from the producer.</summary>
    public const string Orders = "ecommerce.orders";

    /// <summary>Stock, from the producer and the inventory worker.</summary>
    public const string Inventory = "ecommerce.inventory";

    /// <summary>Messages to people, from the notification worker.</summary>
    public const string Notifications = "ecommerce.notifications";

    /// <summary>Charges and refunds, from the payments worker.</summary>
    public const string Payments = "ecommerce.payments";

    /// <summary>Shipments, from the shipping worker.</summary>
    public const string Shipping = "ecommerce.shipping";

    /// <summary>What visitors do, from whoever watches them, and what the analytics worker makes of it.</summary>
    public const string Analytics = "ecommerce.analytics";

    /// <summary>Another team's messages to people, in snake_case.</summary>
    public const string ForeignNotifications = "notifications";

    /// <summary>Customers, from the producer and the customers worker.</summary>
    public const string Customers = "ecommerce.customers";

    /// <summary>Tickets, from the producer and the support worker.</summary>
    public const string Support = "ecommerce.support";

    /// <summary>What the state machine asks for, and what the workflow worker tells of its executions.</summary>
    public const string Workflow = "ecommerce.workflow";

    /// <summary>Whoever wants an order to be led by the state machine.</summary>
    public const string WorkflowTriggers = "workflow";

    /// <summary>Step Functions itself. AWS lets nobody else put events of its sources.</summary>
    public const string StepFunctions = "aws.states";

    /// <summary>Another team's orders, in snake_case.</summary>
    public const string ForeignOrders = "orders";

    /// <summary>Another team's stock, in snake_case.</summary>
    public const string ForeignInventory = "inventory";

    /// <summary>Another team's orders, nested in <c>data</c>.</summary>
    public const string OrderService = "order-service";

    /// <summary>Another team's reservations.</summary>
    public const string InventoryService = "inventory-service";

    /// <summary>Another team's charges.</summary>
    public const string PaymentService = "payment-service";

    /// <summary>Another team's shipments.</summary>
    public const string ShippingService = "shipping-service";

    /// <summary>Another team's orders, their items as mere names.</summary>
    public const string ApiGateway = "api-gateway";

    /// <summary>The name under which the API puts an event on the bus that is heard from any source.</summary>
    public static EventName OrApiGateway(EventName name) => name.Source == EventName.AnySource ? name with { Source = ApiGateway } : name;

    /// <summary>Whether a source is one of our own.</summary>
    public static bool IsOurs(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.StartsWith("ecommerce.", StringComparison.Ordinal);
    }
}
