using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Events.Telemetry;

namespace Workers.Events.Publishing;

/// <summary>Registers the publisher.</summary>
public static class EventPublisherServices
{
    /// <summary>
    /// Adds <see cref="IEventPublisher"/> over the application's <see cref="IEventBus"/>. Where the application configures
    /// <see cref="ResourceNaming"/>, its prefix goes before the bus's name.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="busName">The bus's unprefixed name.</param>
    public static IServiceCollection AddEventPublisher(this IServiceCollection services, string busName)
    {
        services.AddOptions();
        services.AddMetrics();
        services.AddActivitySource(Names.Events);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Jitter(new Random()));
        services.TryAddSingleton<IEventPublisher>(provider => Publisher(provider, busName));
        return services;
    }

    private static EventBridgePublisher Publisher(IServiceProvider provider, string busName)
    {
        var prefixed = provider.GetRequiredService<IOptions<ResourceNaming>>().Value.NameOf(busName);
        var time = provider.GetRequiredService<TimeProvider>();
        var metrics = new PublisherMetrics(provider.GetRequiredService<IMeterFactory>(), prefixed);
        var tracing = provider.GetRequiredKeyedService<ActivitySource>(Names.Events);
        var call = new PutEventsCall(provider.GetRequiredService<IEventBus>(), prefixed, time, metrics, tracing);
        return new(
            call, metrics, time, provider.GetRequiredService<Jitter>(), provider.GetRequiredService<ILogger<EventBridgePublisher>>());
    }
}
