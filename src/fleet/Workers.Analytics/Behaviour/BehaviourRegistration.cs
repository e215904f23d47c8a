using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Analytics.Behaviour;

/// <summary>Registers what follows visitors.</summary>
internal static class BehaviourRegistration
{
    public static void AddBehaviour(this IServiceCollection services)
    {
        services.AddOptions<BehaviourOptions>()
            .BindSettings("Workers:Analytics")
            .ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<BehaviourOptions>, BehaviourValidation>();
        services.AddSingleton<Valuation>();
        services.AddSingleton<BehaviourCounts>();
    }
}
