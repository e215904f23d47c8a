using System.Net;

namespace LocalAws.Http;

/// <summary>
/// Which pages may call the services and read their answers: those that this machine serves, as a developer's own page is, and all pages
/// where the server listens beyond this machine. Pages of other sites may not: whatever is open in a browser reaches loopback, too.
/// </summary>
/// <param name="listensOn">The address that the server listens on.</param>
internal sealed class Cors(IPAddress listensOn)
{
    /// <summary>Adds what a browser looks for to the answer, if its page may have it.</summary>
    public void Allow(HttpContext context)
    {
        var (request, response) = (context.Request.Headers, context.Response.Headers);
        if (request.Origin is not [{ Length: > 0 } origin] || !IsAllowed(origin))
        {
            return;
        }

        response.AccessControlAllowOrigin = origin;
        response.Vary = "Origin";
        response.AccessControlExposeHeaders = "x-amzn-RequestId, x-amzn-query-error, x-amz-crc32";
        if (request.AccessControlRequestMethod.Count > 0)
        {
            response.AccessControlAllowMethods = "GET, POST";
            response.AccessControlAllowHeaders = request.AccessControlRequestHeaders;
            response.AccessControlMaxAge = "3600";
        }
    }

    private bool IsAllowed(string origin) =>
        !IPAddress.IsLoopback(listensOn) || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && LocalCallers.IsLoopback(page.Host));
}
