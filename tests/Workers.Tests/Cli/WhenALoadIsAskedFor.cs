using Workers.Cli.Running;

namespace Workers.Tests.Cli;

public sealed class WhenALoadIsAskedFor
{
    [Theory]
    [InlineData("--rate 1000000", "from 1 to 10000")]
    [InlineData("--rate 0", "from 1 to 10000")]
    [InlineData("--rate 10000 --duration 2h", "at most 1,000,000")]
    [InlineData("--duration 25h", "from 1ms to 1d")]
    [InlineData("--duration 9999999999999999999999999999d", "from 1ms to 1d")]
    [InlineData("--duration 60", "write 60s for seconds, 60m for minutes or 60h for hours")]
    [InlineData("--patience 2d", "from 1ms to 1d")]
    [InlineData("--products 101", "from 1 to 100")]
    public async Task What_no_run_could_follow_is_a_mistake_of_usage_that_names_the_range(string options, string range)
    {
        var run = await CommandTree.RunAsync(["load", .. options.Split(' '), "--local"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(range, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
