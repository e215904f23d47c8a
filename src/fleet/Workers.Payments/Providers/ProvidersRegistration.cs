using Microsoft.Extensions.Options;
using Workers.Events.Settings;
using Workers.Partners;

namespace Workers.Payments.Providers;

/// <summary>Registers the providers; the settings say which one is asked.</summary>
internal static class ProvidersRegistration
{
    private const string Section = "Workers:Payments";

    public static void AddProviders(this IServiceCollection services)
    {
        services.AddPartner<PaymentsOptions>(
            Section, nameof(PaymentsOptions.Provider), options => options.Provider == ProviderName.Http);
        services.AddOptions<SimulatedProviderOptions>().BindSettings($"{Section}:Simulated").ValidateDataAnnotations();

        services.AddSingleton<KeyedLedger<LedgerEntry>>();
        services.AddSingleton<SimulatedProvider>();
        services.AddSingleton<HttpProvider>();
        services.AddSingleton<IPaymentProvider>(provider => provider.GetRequiredService<IOptions<PaymentsOptions>>().Value.Provider switch
        {
            ProviderName.Http => provider.GetRequiredService<HttpProvider>(),
            _ => provider.GetRequiredService<SimulatedProvider>(),
        });
    }
}
