using System.Net;
using System.Net.Sockets;

namespace Workers.Local;

/// <summary>Looks whether a port can be had before anything is started, so that the answer is a sentence and not a host's stack trace.</summary>
internal static class FreePort
{
    /// <summary>Returns if it can; another program may still take it before we do.</summary>
    /// <param name="option">The option that moves it.</param>
    /// <param name="listener">What would listen there.</param>
    /// <param name="port">The port; 0 is always free.</param>
    /// <exception cref="FleetFailedException">It is taken, or not ours to have.</exception>
    public static void Require(string option, string listener, int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException exception)
        {
            throw new FleetFailedException($"Port {port}, where {listener} would listen, cannot be had ({exception.Message}): {option} moves it.");
        }
    }
}
