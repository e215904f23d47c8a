using System.Net;
using System.Net.Sockets;

namespace LocalAws.Sns.Deliveries;

/// <summary>What is on this machine: the embedded AWS opens connections to nowhere else.</summary>
internal static class Loopback
{
    /// <summary>Whether an endpoint is on this machine; others get nothing and stay unconfirmed.</summary>
    public static bool Reaches(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && IsLoopback(url.IdnHost);

    /// <summary>Sends requests to this machine, and follows nobody to another.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = ConnectAsync,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        if (!IsLoopback(host))
        {
            throw new HttpRequestException($"{host} is not this machine.");
        }

        var address = IPAddress.TryParse(host, out var literal) ? literal : IPAddress.Loopback;
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
