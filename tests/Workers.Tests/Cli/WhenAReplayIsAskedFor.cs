using Microsoft.Extensions.Configuration;
using Workers.Cli.Replaying;
using Workers.Cli.Running;
using Workers.Operations.Replaying;

namespace Workers.Tests.Cli;

public sealed class WhenAReplayIsAskedFor
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(35);
    private static readonly DateTimeOffset Now = FakeTime.Start;

    [Theory]
    [InlineData("2h", "2026-01-15T08:00:00Z")]
    [InlineData("2026-01-15T09:00:00Z", "2026-01-15T09:00:00Z")]
    [InlineData("2026-01-15T09:00:00+02:00", "2026-01-15T07:00:00Z")]
    [InlineData("2026-01-15", "2026-01-15T00:00:00Z")]
    public void Its_bounds_are_times_or_how_long_ago(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Moment.Parse(text, Now));

    [Fact]
    public void Anything_else_is_no_time() => Assert.Null(Moment.Parse("yesterday", Now));

    [Fact]
    public void A_window_that_the_markers_remember_is_taken() => new ReplayWindow(Now - Life, Now).Check(Life, Now, older: false);

    [Fact]
    public void An_older_one_is_refused_with_what_would_follow()
    {
        var refusal = Assert.Throws<CommandFailedException>(
            () => new ReplayWindow(Now - Life - TimeSpan.FromSeconds(1), Now).Check(Life, Now, older: false));

        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.Contains("would take effect a second time", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_one_is_taken_from_whoever_says_so() =>
        new ReplayWindow(Now - (2 * Life), Now).Check(Life, Now, older: true);

    [Fact]
    public void A_window_without_time_in_it_is_refused() =>
        Assert.Throws<CommandFailedException>(() => new ReplayWindow(Now, Now).Check(Life, Now, older: false));

    [Theory]
    [InlineData(null, "35.00:00:00")]
    [InlineData("", "35.00:00:00")]
    [InlineData("40.00:00:00", "40.00:00:00")]
    public void What_markers_remember_is_the_workers_own_setting(string? value, string life) =>
        Assert.Equal(TimeSpan.Parse(life, System.Globalization.CultureInfo.InvariantCulture), LifeOf(value));

    [Theory]
    [InlineData("60")]
    [InlineData("abc")]
    [InlineData("-1.00:00:00")]
    [InlineData("00:00:00")]
    [InlineData("9999999.00:00:00")]
    public void A_setting_that_is_no_life_of_markers_is_refused_by_its_name(string value)
    {
        var refusal = Assert.Throws<CommandFailedException>(() => LifeOf(value));

        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.Contains("Workers:Effects:MarkerLife", refusal.Message, StringComparison.Ordinal);
    }

    private static TimeSpan LifeOf(string? value) => MarkerLife.In(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Workers:Effects:MarkerLife", value)]).Build());
}
