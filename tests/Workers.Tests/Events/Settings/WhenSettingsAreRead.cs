using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Events.Settings;

namespace Workers.Tests.Events.Settings;

public sealed class WhenSettingsAreRead
{
    [Fact]
    public void What_is_well_written_is_taken()
    {
        var options = Read(("Pause", "00:01:30"), ("Count", "7"), ("Ratio", "0.25"), ("Colour", "red"), ("On", "True"), ("Names:a:0", "x"));

        Assert.Equal((TimeSpan.FromSeconds(90), 7, 0.25, Colour.Red, true), (options.Pause, options.Count, options.Ratio, options.Colour, options.On));
        Assert.Equal(["x"], options.Names["a"]);
    }

    [Theory]
    [InlineData("Pause", "60")]
    [InlineData("Pause", "60s")]
    [InlineData("Pause", "00:05")]
    [InlineData("Pause", "24:00:00")]
    [InlineData("Pause", "-00:01:00")]
    [InlineData("Pause", " 00:01:00")]
    [InlineData("Count", "seven")]
    [InlineData("Count", "0x10")]
    [InlineData("Count", "1e3")]
    [InlineData("Count", "1,000")]
    [InlineData("Count", "99999999999")]
    [InlineData("Ratio", "0,5")]
    [InlineData("Ratio", "half")]
    [InlineData("Colour", "rde")]
    [InlineData("Colour", "1")]
    [InlineData("On", "yes")]
    public void What_a_parser_would_have_to_guess_is_refused_by_key_and_value(string key, string value)
    {
        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => Read((key, value))).Failures);

        Assert.StartsWith($"Here:{key} ({value}) ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_says_what_is_meant()
    {
        var failures = Assert.Throws<OptionsValidationException>(() => Read(("Pause", "60"), ("Count", "many"), ("Colour", "mauve"))).Failures;

        Assert.Equal(
            [
                "Here:Pause (60) is no duration: write hours, minutes and seconds, as in 00:01:00 for a minute, or days before them, as in "
                + "35.00:00:00. The default is 00:00:05.",
                "Here:Count (many) is no whole number: write digits alone, as in 100. It may be from 1 to 9.",
                "Here:Colour (mauve) must be one of Red, Green. The default is Red.",
            ],
            failures);
    }

    [Theory]
    [InlineData("Pause")]
    [InlineData("Count")]
    [InlineData("Colour")]
    public void An_empty_value_is_none(string key) => Assert.Equal(new Options().Pause, Read((key, "")).Pause);

    [Fact]
    public void Every_duration_that_is_taken_is_the_one_that_is_written() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)).ToArbitrary(),
            duration => Read(("Pause", duration.ToString("c", CultureInfo.InvariantCulture))).Pause == duration)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void No_number_is_a_duration() =>
        Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), number =>
        {
            Assert.Throws<OptionsValidationException>(() => Read(("Pause", number.ToString(CultureInfo.InvariantCulture))));
        }).QuickCheckThrowOnFailure();

    private static Options Read(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Here:{setting.Key}", (string?)setting.Value)))
            .Build());
        services.AddOptions<Options>().BindSettings("Here");
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<Options>>().Value;
    }

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed class Options
    {
        public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);

        [System.ComponentModel.DataAnnotations.Range(1, 9)]
        public int Count { get; set; } = 1;

        public double Ratio { get; set; }

        public Colour Colour { get; set; }

        public bool On { get; set; }

        public Dictionary<string, string[]> Names { get; set; } = [];
    }
}
