using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Analytics.Behaviour;

namespace Workers.Tests.Analytics;

public sealed class WhenValuesAreNormalised
{
    [Theory]
    [InlineData("49.99", "low")]
    [InlineData("50", "medium")]
    [InlineData("200", "high")]
    public void A_value_has_the_highest_tier_that_it_comes_up_to(string value, string tier) =>
        Assert.Equal(tier, new Valuation(Options.Create(new BehaviourOptions())).Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null).Tier);

    [Fact]
    public void A_value_beneath_every_tier_has_none() =>
        Assert.Null(new Valuation(Options.Create(new BehaviourOptions { ValueTiers = new() { ["gold"] = "1000" } })).Of(999m, null).Tier);

    [Fact]
    public void A_value_is_rounded_to_cents_in_a_house_of_any_currency()
    {
        var valuation = new Valuation(Options.Create(new BehaviourOptions { Currency = "eur", Rates = new() { ["usd"] = "0.9216" } }));

        Assert.Equal(new Worth("USD", 184.31m, "medium", IsUnrated: false), valuation.Of(199.99m, "USD"));
        Assert.Equal("EUR", valuation.Currency);
    }

    [Fact]
    public void A_value_that_is_too_large_in_the_houses_currency_counts_as_unrated() => Assert.True(
        new Valuation(Options.Create(new BehaviourOptions { Rates = new() { ["XAU"] = "4000" } })).Of(1_000_000_000m, "XAU").IsUnrated);

    [Fact]
    public void Every_setting_that_is_wrong_is_told_at_once()
    {
        var problems = ProblemsOf(
            ("ConversionWindow", "00:00:00"),
            ("SessionLife", "00:01:00"),
            ("Currency", "Dollars"),
            ("Rates:EURO", "1.08"),
            ("Rates:EUR", "1,08"),
            ("Rates:GBP", "0"),
            ("ValueTiers:a b", "1"),
            ("ValueTiers:gold", "much"),
            ("Views:0", "look"),
            ("Clicks:0", "look"));

        foreach (var word in (string[])[
            "ConversionWindow must be", "SessionLife must be", "Currency must be", "Rates:EURO is no", "Rates:EUR (1,08)", "Rates:GBP (0)",
            "ValueTiers:a b", "ValueTiers:gold (much)", "has look among"])
        {
            Assert.Single(problems, problem => problem.Contains(word, StringComparison.Ordinal));
        }

        Assert.Equal(9, problems.Count);
    }

    [Fact]
    public void What_is_configured_is_used()
    {
        var options = Bound(("Rates:EUR", "1.08"), ("Purchases:0", "order_completed"), ("ValueTiers:gold", "1000")).Value;

        Assert.Equal(108m, new Valuation(Options.Create(options)).Of(100m, "EUR").Value);
        Assert.Null(options.StepOf("purchase"));
        Assert.NotNull(options.StepOf("order_completed"));
        Assert.NotNull(options.StepOf("page_view"));
    }

    private static IReadOnlyCollection<string> ProblemsOf(params (string Key, string Value)[] settings) =>
        [.. Assert.Throws<OptionsValidationException>(() => Bound(settings).Value).Failures];

    private static IOptions<BehaviourOptions> Bound(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Workers:Analytics:{setting.Key}", (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddBehaviour();
        return services.BuildServiceProvider().GetRequiredService<IOptions<BehaviourOptions>>();
    }
}
