using Workers.Events.Settings;

namespace Workers.Analytics.Counting;

/// <summary>Registers the counters.</summary>
internal static class CountersRegistration
{
    public static void AddCounters(this IServiceCollection services)
    {
        services.AddOptions<CounterOptions>()
            .BindSettings("Workers:Analytics")
            .ValidateDataAnnotations();
        services.AddSingleton<Counters>();
    }
}
