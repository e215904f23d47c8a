using System.Net;
using System.Net.Sockets;
using Workers.Local;

namespace Workers.Tests.Local;

public sealed class WhenAPortIsTaken : IDisposable
{
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);

    public WhenAPortIsTaken() => _other.Start();

    private int Port => ((IPEndPoint)_other.LocalEndpoint).Port;

    public void Dispose() => _other.Dispose();

    [Theory]
    [InlineData("--aws-port", true)]
    [InlineData("--http-port", false)]
    public async Task The_fleet_does_not_start_and_one_sentence_names_the_option_that_moves_it(string option, bool isAws)
    {
        var options = new LocalOptions(isAws ? Port : 0, isAws ? 0 : Port, ConsolePort: 0, OrderDeadline: null, Demo: false, Hold: false);

        var failure = await Assert.ThrowsAsync<FleetFailedException>(
            () => LocalFleet.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.StartsWith($"Port {Port}, where ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{option} moves it.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
