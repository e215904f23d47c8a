namespace Workers.Analytics.Counting;

/// <summary>Registers the counters.</summary>
internal static class CountersRegistration
{
    public static void AddCounters(this IServiceCollection services)
    {
        services.AddOptions<CounterOptions>()
            .BindConfiguration("Workers:Analytics")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<Counters>();
    }
}
