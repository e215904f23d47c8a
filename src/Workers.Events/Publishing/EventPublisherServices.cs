using Amazon.EventBridge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

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
        services.TryAddSingleton<IEventPublisher>(provider => new EventBridgePublisher(
            provider.GetRequiredService<IAmazonEventBridge>(),
            provider.GetRequiredService<IOptions<ResourceNaming>>().Value.NameOf(busName),
            provider.GetRequiredService<TimeProvider>(),
            new Random(),
            provider.GetRequiredService<ILogger<EventBridgePublisher>>()));
        return services;
    }
}
