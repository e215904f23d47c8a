using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Shipping.Carriers;

/// <summary>Registers the carriers; the settings say which one is asked.</summary>
internal static class CarriersRegistration
{
    private const string Section = "Workers:Shipping";
    private const int LongestAnswer = 64 * 1024;

    public static void AddCarriers(this IServiceCollection services)
    {
        services.AddOptions<ShippingOptions>().BindSettings(Section).ValidateDataAnnotations();
        services.AddOptions<SimulatedCarrierOptions>().BindSettings($"{Section}:Simulated").ValidateDataAnnotations();
        services.AddOptions<HttpCarrierOptions>().BindSettings($"{Section}:Http").ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<ShippingOptions>, CarrierRules>();

        services.AddSingleton<ShipmentLedger>();
        services.AddSingleton<SimulatedCarrier>();
        services.AddSingleton<HttpCarrier>();
        services.AddCarrierClient();
        services.AddSingleton<ICarrier>(provider => provider.GetRequiredService<IOptions<ShippingOptions>>().Value.Carrier switch
        {
            CarrierName.Http => provider.GetRequiredService<HttpCarrier>(),
            _ => provider.GetRequiredService<SimulatedCarrier>(),
        });
    }

    /// <summary>The carrier's client: follows no redirection, keeps no cookies, and leaves the time limit to the carrier's own.</summary>
    public static void AddCarrierClient(this IServiceCollection services) => services
        .AddHttpClient(HttpCarrier.ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LongestAnswer;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        .RemoveAllLoggers();
}
