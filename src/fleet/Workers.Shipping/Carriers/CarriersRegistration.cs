using Microsoft.Extensions.Options;
using Workers.Events.Settings;
using Workers.Partners;

namespace Workers.Shipping.Carriers;

/// <summary>Registers the carriers; the settings say which one is asked.</summary>
internal static class CarriersRegistration
{
    private const string Section = "Workers:Shipping";

    public static void AddCarriers(this IServiceCollection services)
    {
        services.AddPartner<ShippingOptions>(Section, nameof(ShippingOptions.Carrier), options => options.Carrier == CarrierName.Http);
        services.AddOptions<SimulatedCarrierOptions>().BindSettings($"{Section}:Simulated").ValidateDataAnnotations();

        services.AddSingleton<KeyedLedger<ShipmentEntry>>();
        services.AddSingleton<SimulatedCarrier>();
        services.AddSingleton<HttpCarrier>();
        services.AddSingleton<ICarrier>(provider => provider.GetRequiredService<IOptions<ShippingOptions>>().Value.Carrier switch
        {
            CarrierName.Http => provider.GetRequiredService<HttpCarrier>(),
            _ => provider.GetRequiredService<SimulatedCarrier>(),
        });
    }
}
