namespace LocalAws.Tests.Http;

public sealed class WhenTheCommandLineIsRead
{
    [Fact]
    public void Nothing_means_the_defaults()
    {
        Assert.Equal(new LocalAwsOptions(), LocalAwsArguments.Parse([]));
    }

    [Fact]
    public void Port_host_and_transaction_latency_can_be_set()
    {
        var options = LocalAwsArguments.Parse(["--port", "0", "--host", "0.0.0.0", "--transaction-latency-ms", "25"]);

        Assert.Equal((0, "0.0.0.0", TimeSpan.FromMilliseconds(25)), (options.Port, options.Host, options.TransactionLatency));
    }

    [Fact]
    public void The_state_can_be_kept_in_a_directory()
    {
        Assert.Equal("state", LocalAwsArguments.Parse(["--data", "state"]).DataDirectory);
    }

    [Theory]
    [InlineData("--data")]
    [InlineData("--data", "")]
    [InlineData("--port")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--transaction-latency-ms", "soon")]
    [InlineData("--verbose", "1")]
    public void What_is_not_understood_is_said(params string[] arguments)
    {
        Assert.Contains(arguments[0], Assert.Throws<FormatException>(() => LocalAwsArguments.Parse(arguments)).Message);
    }
}
