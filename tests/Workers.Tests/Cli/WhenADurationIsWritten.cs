using Workers.Cli.Timing;

namespace Workers.Tests.Cli;

public sealed class WhenADurationIsWritten
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("10s", 10)]
    [InlineData("1.5m", 90)]
    [InlineData("4h", 14_400)]
    [InlineData("35d", 3_024_000)]
    public void Its_unit_is_its_last_letters(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("10")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("0s")]
    [InlineData("1w")]
    [InlineData("10001d")]
    public void Anything_else_is_refused(string text) => Assert.Null(Duration.Parse(text));

    [Theory]
    [InlineData(0.25, "250ms")]
    [InlineData(4.9, "4s")]
    [InlineData(200, "3m 20s")]
    [InlineData(7_500, "2h 5m")]
    [InlineData(187_200, "2d 4h")]
    public void It_is_told_by_its_two_largest_units(double seconds, string words) =>
        Assert.Equal(words, Duration.Words(TimeSpan.FromSeconds(seconds)));
}
