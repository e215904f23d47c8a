using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Defaults;
using Workers.Defaults.Aws;
using Workers.Defaults.Health;
using Workers.Defaults.Logging;
using Workers.Events.Publishing;
using Workers.Events.Settings;
using Workers.OrderHistory;
using Workers.Producer.Analytics;
using Workers.Producer.Audit;
using Workers.Producer.Board;
using Workers.Producer.Customers;
using Workers.Producer.Events;
using Workers.Producer.Following;
using Workers.Producer.History;
using Workers.Producer.Http;
using Workers.Producer.Inventory;
using Workers.Producer.Orders;
using Workers.Producer.Pricing;
using Workers.Producer.Publishing;
using Workers.Producer.Shipments;
using Workers.Producer.Stores;
using Workers.Producer.Tickets;

namespace Workers.Producer;

/// <summary>The API through which people and other systems put events on the bus, and see what became of them.</summary>
public static class ProducerApi
{
    /// <summary>Adds the producer to a host.</summary>
    public static WebApplicationBuilder AddProducer(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("producer", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddIntake();
        builder.Services.AddStores();
        builder.Services.AddPricing();
        builder.Services.AddFollowing();
        builder.AddHttpRules();
        builder.Services.AddOptions<AwsOptions>().Configure<IOptions<RequestLimitOptions>>(ShortenTries);
        builder.Services.AddOpenApi(options => options.AddFieldDescriptions());
        builder.Services.AddHealthChecks().Add(new(
            "bus", provider => provider.GetRequiredService<BusWatch>(), failureStatus: null, tags: [HealthEndpoints.ReadyTag]));
        return builder;
    }

    /// <summary>Maps the producer's routes.</summary>
    public static WebApplication MapProducer(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.UseRequestLogging();
        app.UseHttpRules();
        app.MapIndex();
        app.MapEvents();
        app.MapOrders();
        app.MapCancellations();
        app.MapHistory();
        app.MapWatches();
        app.MapBoard();
        app.MapCustomers();
        app.MapProfiles();
        app.MapTickets();
        app.MapTicketLists();
        app.MapTicketNews();
        app.MapShipments();
        app.MapInventory();
        app.MapAnalytics();
        app.MapAudit();
        app.MapOpenApi();
        return app;
    }

    // Three tries and their pauses fit into a request's time; a hung AWS costs a caller that, and no more.
    private static void ShortenTries(AwsOptions aws, IOptions<RequestLimitOptions> limits)
    {
        aws.CallTimeout = limits.Value.RequestTimeout / 5;
        aws.MaxRetries = 2;
    }

    private static void AddFollowing(this IServiceCollection services)
    {
        services.AddOptions<FollowOptions>().BindSettings("Workers:Producer").ValidateDataAnnotations();
        services.AddSingleton<OrderWaits>();
        services.AddSingleton<OrderWatches>();
    }

    private static void AddStores(this IServiceCollection services)
    {
        services.AddSingleton<OrderJson>();
        services.AddSingleton<OrderStore>();
        services.AddSingleton<HistoryStore>();
        services.AddSingleton<OrderPast>();
        services.AddSingleton<ViewStore>();
        services.AddSingleton<CustomerOrderStore>();
        services.AddSingleton<BoardStore>();
        services.AddSingleton<ShipmentStore>();
        services.AddSingleton<StockStore>();
        services.AddSingleton<CounterStore>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<ProfileStore>();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<TeamTicketStore>();
    }
}
