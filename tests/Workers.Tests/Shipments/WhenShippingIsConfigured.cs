using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Partners;
using Workers.Shipping;
using Workers.Shipping.Carriers;

namespace Workers.Tests.Shipments;

public sealed class WhenShippingIsConfigured
{
    [Fact]
    public void The_carrier_is_simulated_and_needs_nothing() => Assert.IsType<SimulatedCarrier>(Services().GetRequiredService<ICarrier>());

    [Fact]
    public void The_carrier_can_be_asked_over_http() => Assert.IsType<HttpCarrier>(
        Services(("Carrier", "http"), ("Http:Url", "https://carrier.example")).GetRequiredService<ICarrier>());

    [Theory]
    [InlineData("Carrier", "pigeon", "Workers:Shipping:Carrier")]
    [InlineData("MaxConcurrent", "1001", "Workers:Shipping:MaxConcurrent")]
    [InlineData("RequestPatience", "01:00:00", "Workers:Shipping:RequestPatience")]
    public void A_wrong_setting_is_named(string setting, string value, string named) =>
        Assert.Contains(Failures<ShippingOptions>((setting, value)), failure => failure.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("FailureRate", "-0.1")]
    [InlineData("Delay", "00:02:00")]
    public void A_wrong_setting_of_the_simulated_carrier_is_named(string setting, string value) => Assert.Contains(
        Failures<SimulatedCarrierOptions>(($"Simulated:{setting}", value)),
        failure => failure.Contains($"Workers:Shipping:Simulated:{setting}", StringComparison.Ordinal));

    [Theory]
    [InlineData("00:00:00.099")]
    [InlineData("00:01:00.001")]
    public void A_time_limit_of_a_carrier_over_http_that_is_none_is_named(string timeout) => Assert.StartsWith(
        "Workers:Shipping:Http:Timeout must be from 100 ms to 1 minute",
        Assert.Single(Failures<PartnerHttpOptions>(("Http:Timeout", timeout))),
        StringComparison.Ordinal);

    [Fact]
    public void Every_error_of_a_carrier_over_http_is_told_at_once()
    {
        var failures = Failures<ShippingOptions>(("Carrier", "http"), ("Http:Token", "two words")).ToList();

        Assert.Equal(2, failures.Count);
        Assert.StartsWith("Workers:Shipping:Http:Url", failures[0], StringComparison.Ordinal);
        Assert.StartsWith("Workers:Shipping:Http:Token", failures[1], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Failures<TOptions>(params (string Name, string? Value)[] settings)
        where TOptions : class =>
        Assert.Throws<OptionsValidationException>(() => Services(settings).GetRequiredService<IOptions<TOptions>>().Value).Failures;

    private static ServiceProvider Services(params (string Name, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Workers:Shipping:{setting.Name}", setting.Value)));
        builder.AddShipping();
        return builder.Services.BuildServiceProvider();
    }
}
