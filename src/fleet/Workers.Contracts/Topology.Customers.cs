using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The customers worker: it keeps profiles and welcomes whoever is new.
public static partial class Topology
{
    /// <summary>The customers worker's queue.</summary>
    public const string CustomersQueue = "customers-queue";

    /// <summary>What the customers worker rejects.</summary>
    public const string CustomersDlq = "customers-dlq";

    /// <summary>Registered customers wait in it for the time of their reminder.</summary>
    public const string CustomerTimersQueue = "customer-timers-queue";

    /// <summary>Reminders that cannot be decided.</summary>
    public const string CustomerTimersDlq = "customer-timers-dlq";

    /// <summary>The profile of every customer.</summary>
    public const string CustomersTable = "customers";

    private static TopologyPart Customers() => new(
        new("customers")
        {
            Consumes = new(WorkerQueue(CustomersQueue, CustomersDlq, visibilitySeconds: 60)),
            AlsoConsumes = [new(WorkerQueue(CustomerTimersQueue, CustomerTimersDlq, visibilitySeconds: 60)) { IsTimer = true }],
            BusActions = ["PutEvents"],
            Emits = [EventNames.CustomerRegistered, EventNames.OnboardingStepDue],
            Tables =
            [
                new(IdempotencyTable, "BatchGetItem", "PutItem"),
                new(CustomersTable, "BatchGetItem", "UpdateItem"),
            ],
        })
    {
        Rules =
        [
            new("customers-registered-anywhere", new(EventNames.AnyUserRegistered), [CustomersQueue]),
            new("customers-registered-here", new(EventNames.UserRegistered), [CustomersQueue]),
            new("customers-orders", new(EventNames.OrderPlaced, EventNames.OrderCompleted), [CustomersQueue]),
            new("customers-foreign-orders", new(EventNames.ForeignOrderCreated, EventNames.ForeignOrderCompleted), [CustomersQueue]),
            new("customers-order-service-orders", new(EventNames.OrderServiceOrderCreated), [CustomersQueue]),
            new("customers-api-gateway-orders", new(EventNames.ApiGatewayOrderCreated), [CustomersQueue]),
            new("customer-timers", new(EventNames.CustomerRegistered), [CustomerTimersQueue]),
            new("onboarding-steps", new(EventNames.OnboardingStepDue), [NotificationQueue, CustomersQueue]),
        ],
        Tables =
        [
            new(CustomersTable, CustomerColumns.CustomerId),
        ],
    };
}
