using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.EventBridge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Events.Telemetry;

namespace Workers.Events.Publishing;

/// <summary>Registers the publisher.</summary>
public static class EventPublisherServices
{
    /// <summary>Adds <see cref="IEventPublisher"/> over the host's <see cref="IAmazonEventBridge"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="busName">The bus's unprefixed name.</param>
    public static IServiceCollection AddEventPublisher(this IServiceCollection services, string busName)
    {
        services.AddOptions<ResourceNaming>().BindConfiguration("Workers");
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddActivitySource(Names.Events);
        services.TryAddSingleton<IEventPublisher>(provider => Publisher(provider, busName));
        return services;
    }

    private static EventBridgePublisher Publisher(IServiceProvider provider, string busName)
    {
        var bus = provider.GetRequiredService<IOptions<ResourceNaming>>().Value.NameOf(busName);
        var time = provider.GetRequiredService<TimeProvider>();
        var metrics = new PublisherMetrics(provider.GetRequiredService<IMeterFactory>(), bus);
        var call = new PutEventsCall(
            provider.GetRequiredService<IAmazonEventBridge>(),
            bus,
            time,
            metrics,
            provider.GetRequiredKeyedService<ActivitySource>(Names.Events));
        return new(call, metrics, time, new Random(), provider.GetRequiredService<ILogger<EventBridgePublisher>>());
    }
}
