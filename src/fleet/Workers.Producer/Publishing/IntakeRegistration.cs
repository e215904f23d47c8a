namespace Workers.Producer.Publishing;

/// <summary>Registers what takes requests to the bus.</summary>
internal static class IntakeRegistration
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<RequestIdentities>();
        services.AddSingleton<BusGate>();
        services.AddSingleton<EventIntake>();
    }
}
