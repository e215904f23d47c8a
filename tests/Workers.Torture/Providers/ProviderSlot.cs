using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workers.Torture.Killing;

namespace Workers.Torture.Providers;

/// <summary>The providers' place: they are killed every few seconds, and come back at the same address with the same ledger.</summary>
internal sealed class ProviderSlot(int seed, TimeProvider time) : IDisposable
{
    private const int ShortestLife = 3_000;
    private const int LongestLife = 12_000;
    private const int LongestPause = 1_500;

    private readonly Random _random = new(seed);
    private readonly string _ledger = Path.GetTempFileName();
    private readonly int _port = FreePort();

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>How often they were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>All that they have done.</summary>
    public IReadOnlyList<ProviderEntry> Entries => [.. ProviderEntry.Read(_ledger)];

    /// <summary>Runs until told to stop.</summary>
    /// <param name="killing">Cancelled when there shall be no more deaths.</param>
    /// <param name="working">Cancelled when there is nothing left to do.</param>
    public async Task RunAsync(CancellationToken killing, CancellationToken working)
    {
        for (var life = 0; !working.IsCancellationRequested; life++)
        {
            string[] arguments = [ProviderProgram.Command, $"{_port}", _ledger, (seed + life).ToString(CultureInfo.InvariantCulture)];
            using var process = ChildProcess.Start(arguments, time);
            await process.ReadyAsync();
            await process.EndsWithinAsync(TimeSpan.FromMilliseconds(_random.Next(ShortestLife, LongestLife)), killing);
            if (killing.IsCancellationRequested)
            {
                await process.EndsWithinAsync(Timeout.InfiniteTimeSpan, working);
            }

            process.Kill();
            await process.WaitAsync(ProviderProgram.Command, $"{DeathKind.Random}");
            Kills++;
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(LongestPause)), time, working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => File.Delete(_ledger);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
