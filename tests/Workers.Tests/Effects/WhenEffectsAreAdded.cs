using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workers.Effects;

namespace Workers.Tests.Effects;

public sealed class WhenEffectsAreAdded
{
    [Theory]
    [InlineData("Shop:Effects", 7)]
    [InlineData(null, 5)]
    public void The_options_come_from_the_section_that_the_host_names_and_from_no_other(string? section, int maxDecisions)
    {
        var options = Options(section, "7");

        Assert.Equal((maxDecisions, "markers"), (options.MaxDecisions, options.MarkerTable));
    }

    [Theory]
    [InlineData("Shop:Effects", "Shop:Effects:MaxDecisions (0)")]
    public void A_wrong_option_is_named_as_the_host_knows_it(string section, string problem)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Options(section, "0"));

        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
    }

    private static EffectsOptions Options(string? section, string maxDecisions)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            [new("Shop:Effects:MaxDecisions", maxDecisions), new("Workers:Effects:MaxDecisions", "9")]);
        builder.AddEffects("markers", section);
        return builder.Services.BuildServiceProvider().GetRequiredService<IOptions<EffectsOptions>>().Value;
    }
}
