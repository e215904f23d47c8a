using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workers.Benchmarks.Children;

namespace Workers.Benchmarks.Embedded;

/// <summary>The independent imitation of AWS, where it is installed.</summary>
internal sealed class MotoServer : IDisposable
{
    public const string Name = "moto_server";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(100);

    private readonly ChildProcess _process;

    private MotoServer(ChildProcess process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan CpuTime => _process.CpuTime;

    /// <summary>Starts it.</summary>
    /// <returns>Null where there is no such command.</returns>
    public static async Task<MotoServer?> FindAsync(CancellationToken cancellationToken)
    {
        var endpoint = FreeEndpoint();
        MotoServer server;
        try
        {
            server = new(ChildProcess.StartQuietly(Name, "-p", endpoint.Port.ToString(CultureInfo.InvariantCulture)), endpoint);
        }
        catch (Win32Exception)
        {
            return null;
        }

        try
        {
            await server.ListensAsync(cancellationToken);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose() => _process.Dispose();

    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Endpoint.Port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(AskAgain, TimeProvider.System, limit.Token);
            }
        }
    }

    private static Uri FreeEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
