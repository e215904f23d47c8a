using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Partners;
using Workers.Payments;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

public sealed class WhenPaymentsAreConfigured
{
    [Fact]
    public void The_provider_is_simulated_and_needs_nothing() =>
        Assert.IsType<SimulatedProvider>(Services().GetRequiredService<IPaymentProvider>());

    [Fact]
    public void The_provider_can_be_asked_over_http() => Assert.IsType<HttpProvider>(
        Services(("Provider", "http"), ("Http:Url", "https://bank.example")).GetRequiredService<IPaymentProvider>());

    [Fact]
    public void Whom_to_decline_is_as_configured_and_not_added_to_the_default()
    {
        var options = Services(("Simulated:DeclinedCustomers:0", "POOR")).GetRequiredService<IOptions<SimulatedProviderOptions>>().Value;

        Assert.Equal((true, false), (options.Declines("POOR-1"), options.Declines("DECLINED-1")));
    }

    [Theory]
    [InlineData("Provider", "paypal", "Workers:Payments:Provider")]
    [InlineData("MaxConcurrent", "0", "Workers:Payments:MaxConcurrent")]
    [InlineData("ChargePatience", "00:00:00", "Workers:Payments:ChargePatience")]
    [InlineData("ChargePatience", "30", "Workers:Payments:ChargePatience")]
    public void A_wrong_setting_is_named(string setting, string value, string named) =>
        Assert.Contains(Failures<PaymentsOptions>((setting, value)), failure => failure.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("FailureRate", "1.5")]
    [InlineData("Delay", "00:01:01")]
    [InlineData("SlowDelay", "00:01:01")]
    public void A_wrong_setting_of_the_simulated_provider_is_named(string setting, string value) => Assert.Contains(
        Failures<SimulatedProviderOptions>(($"Simulated:{setting}", value)),
        failure => failure.Contains($"Workers:Payments:Simulated:{setting}", StringComparison.Ordinal));

    [Theory]
    [InlineData("00:00:00.099")]
    [InlineData("00:01:00.001")]
    public void A_time_limit_of_a_provider_over_http_that_is_none_is_named(string timeout) => Assert.StartsWith(
        "Workers:Payments:Http:Timeout must be from 100 ms to 1 minute",
        Assert.Single(Failures<PartnerHttpOptions>(("Http:Timeout", timeout))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("bank.example/api")]
    [InlineData("ftp://bank.example")]
    [InlineData("https://bank.example/?tenant=1")]
    public void A_provider_over_http_without_an_address_is_named(string? url) => Assert.Contains(
        Failures<PaymentsOptions>(("Provider", "http"), ("Http:Url", url)),
        failure => failure.StartsWith("Workers:Payments:Http:Url must be an absolute", StringComparison.Ordinal));

    [Fact]
    public void A_token_that_no_header_carries_is_named_and_not_shown()
    {
        var failure = Assert.Single(Failures<PaymentsOptions>(
            ("Provider", "http"), ("Http:Url", "https://bank.example"), ("Http:Token", "s3cret\n")));

        Assert.Contains("Workers:Payments:Http:Token", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Failures<TOptions>(params (string Name, string? Value)[] settings)
        where TOptions : class =>
        Assert.Throws<OptionsValidationException>(() => Services(settings).GetRequiredService<IOptions<TOptions>>().Value).Failures;

    private static ServiceProvider Services(params (string Name, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Workers:Payments:{setting.Name}", setting.Value)));
        builder.AddPayments();
        return builder.Services.BuildServiceProvider();
    }
}
