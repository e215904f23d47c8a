using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Workers.Events.Telemetry;

/// <summary>Registers activity sources as <c>IMeterFactory</c> makes meters: one of each name per host.</summary>
public static class ActivitySourceServices
{
    /// <summary>
    /// Adds the host's <see cref="ActivitySource"/> of this name, keyed by it. Listeners hear every host of the process; by its
    /// source a span tells which host it is of.
    /// </summary>
    public static IServiceCollection AddActivitySource(this IServiceCollection services, string name)
    {
        services.TryAddKeyedSingleton(name, (_, _) => new ActivitySource(name));
        return services;
    }
}
