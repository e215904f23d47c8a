using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workers.Contracts.Ranges;
using Workers.Events.Settings;

namespace Workers.Contracts;

/// <summary>Registers what is said here.</summary>
public static class ContractsServices
{
    /// <summary>Adds the one <see cref="Workers.Events.Reading.EventRegistry"/> of the fleet.</summary>
    public static IServiceCollection AddContracts(this IServiceCollection services)
    {
        services.AddOptions<EventTimeOptions>()
            .BindSettings(EventTimeOptions.Section)
            .Validate(options => options.IsInRange, EventTimeOptions.Problem);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => EventCatalog.Build(
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<EventTimeOptions>>().Value.FutureTolerance));
        return services;
    }
}
