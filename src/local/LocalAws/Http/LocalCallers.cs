using System.Net;

namespace LocalAws.Http;

/// <summary>
/// Who may use <c>/_local</c>. A page of some site, open in a developer's browser, can send requests to loopback too, and by a name that
/// its owner points there it can even read the answers.
/// </summary>
internal static class LocalCallers
{
    /// <summary>Why a request is refused; null where it is not.</summary>
    public static string? Refuse(HttpRequest request, IPAddress? listensOn)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site, ..] && site is not ("same-origin" or "none"))
        {
            return $"/_local answers no page of another site (Sec-Fetch-Site: {site}).";
        }

        if (request.Headers.Origin is [{ Length: > 0 } origin, ..] && origin != $"{request.Scheme}://{request.Host}")
        {
            return $"/_local answers no page of another origin (Origin: {origin}).";
        }

        // Where it listens beyond this machine, as in a container, whoever starts it has said so, and names differ.
        return listensOn is not null && !IPAddress.IsLoopback(listensOn) || IsLoopback(request.Host.Host)
            ? null
            : $"/_local answers under a name of this machine only (Host: {request.Host}).";
    }

    /// <summary>Whether a host is this machine, by name or address.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
