using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Payments.Providers;

/// <summary>Registers the providers; the settings say which one is asked.</summary>
internal static class ProvidersRegistration
{
    private const string Section = "Workers:Payments";
    private const int LongestAnswer = 64 * 1024;

    public static void AddProviders(this IServiceCollection services)
    {
        services.AddOptions<PaymentsOptions>().BindSettings(Section).ValidateDataAnnotations();
        services.AddOptions<SimulatedProviderOptions>().BindSettings($"{Section}:Simulated").ValidateDataAnnotations();
        services.AddOptions<HttpProviderOptions>().BindSettings($"{Section}:Http").ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<PaymentsOptions>, ProviderRules>();

        services.AddSingleton<Ledger>();
        services.AddSingleton<SimulatedProvider>();
        services.AddSingleton<HttpProvider>();
        services.AddProviderClient();
        services.AddSingleton<IPaymentProvider>(provider => provider.GetRequiredService<IOptions<PaymentsOptions>>().Value.Provider switch
        {
            ProviderName.Http => provider.GetRequiredService<HttpProvider>(),
            _ => provider.GetRequiredService<SimulatedProvider>(),
        });
    }

    /// <summary>The provider's client: follows no redirection, keeps no cookies, and leaves the time limit to the provider's own.</summary>
    public static void AddProviderClient(this IServiceCollection services) => services
        .AddHttpClient(HttpProvider.ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LongestAnswer;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        .RemoveAllLoggers();
}
