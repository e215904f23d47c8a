using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Workers.Contracts;

/// <summary>Registers what is said here.</summary>
public static class ContractsServices
{
    /// <summary>Adds the one <see cref="Workers.Events.Reading.EventRegistry"/> of the fleet.</summary>
    public static IServiceCollection AddContracts(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => EventCatalog.Build());
        return services;
    }
}
