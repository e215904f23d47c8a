using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Customers.Handlers;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.Events.Settings;

namespace Workers.Customers;

/// <summary>The worker that keeps every customer's profile, and starts what new ones are written.</summary>
public static class CustomersWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddCustomersWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("customers", Topology.SettingsSections);
        builder.AddBeat("customers", Topology.FleetTable, "Workers:Beat");
        builder.AddCustomers();
        return builder;
    }

    /// <summary>Adds what the worker does, without what every host of the fleet has.</summary>
    internal static void AddCustomers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddSingleton<CustomersMetrics>();
        builder.Services.AddOptions<CustomersOptions>().BindSettings("Workers:Customers").ValidateDataAnnotations();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Customers", Topology.CustomersQueue, "Workers:Customers")
            .Decides<UserRegistered, UserRegisteredHandler>()
            .Decides<OrderPlaced, OrderPlacedHandler>()
            .Decides<OrderCompleted, OrderCompletedHandler>()
            .Measures<OnboardingStepDue, CustomersMetrics>((metrics, due) => metrics.Due(due));
        builder.AddQueueConsumer("CustomerTimers", Topology.CustomerTimersQueue, "Workers:CustomerTimers")
            .WaitsUntil<CustomerRegistered>(registered => registered.RemindAt)
            .Decides<CustomerRegistered, ReminderHandler>();
    }
}
