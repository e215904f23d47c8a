using Workers.Events.Settings;
using Workers.Producer.Events;
using Workers.Producer.Idempotency;
using Workers.Producer.Orders;

namespace Workers.Producer.Publishing;

/// <summary>Registers what takes requests to the bus.</summary>
internal static class IntakeRegistration
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IdempotencyOptions>().BindSettings("Workers:Producer").ValidateDataAnnotations();
        services.AddSingleton<RequestIdentities>();
        services.AddSingleton<KeyedRequests>();
        services.AddSingleton<TakenOrderIds>();
        services.AddSingleton<PostedEvents>();
        services.AddSingleton<EventDrafts>();
        services.AddSingleton<BusGate>();
        services.AddSingleton<EventIntake>();
        services.AddSingleton<BusWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<BusWatch>());
    }
}
