using Workers.Cli.Replaying;
using Workers.Cli.Running;

namespace Workers.Tests.Cli;

public sealed class WhenAReplayIsAskedFor
{
    private static readonly TimeSpan MarkerLife = TimeSpan.FromDays(35);
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
    public void A_window_that_the_markers_remember_is_taken() => new ReplayWindow(Now - MarkerLife, Now).Check(MarkerLife, Now, older: false);

    [Fact]
    public void An_older_one_is_refused_with_what_would_follow()
    {
        var refusal = Assert.Throws<CommandFailedException>(
            () => new ReplayWindow(Now - MarkerLife - TimeSpan.FromSeconds(1), Now).Check(MarkerLife, Now, older: false));

        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.Contains("would take effect a second time", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_one_is_taken_from_whoever_says_so() =>
        new ReplayWindow(Now - (2 * MarkerLife), Now).Check(MarkerLife, Now, older: true);

    [Fact]
    public void A_window_without_time_in_it_is_refused() =>
        Assert.Throws<CommandFailedException>(() => new ReplayWindow(Now, Now).Check(MarkerLife, Now, older: false));
}
