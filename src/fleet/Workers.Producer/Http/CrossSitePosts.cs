using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Workers.Producer.Http;

/// <summary>
/// Refuses what a page of another site makes a browser send: a POST without a body needs no leave of CORS, and a browser in the right
/// network would be let in. Programs send neither of the headers; pages of the configured origins may.
/// </summary>
internal static class CrossSitePosts
{
    public static void UseCrossSiteRefusal(this WebApplication app) => app.Use(static (context, next) =>
        IsRead(context.Request.Method) || IsOwn(context.Request) || IsAllowed(context)
            ? next(context)
            : throw new ProblemException(
                StatusCodes.Status403Forbidden,
                "Pages of this origin may not call.",
                "Nothing was published. Workers:Producer:CorsOrigins lists the origins whose pages may."));

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A browser knows best; one that says nothing names at least the page's origin.
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value)),
        _ => false,
    };

    private static bool IsAllowed(HttpContext context)
    {
        var cors = context.RequestServices.GetRequiredService<IOptions<CorsOptions>>().Value;
        return context.Request.Headers.Origin.ToString() is { Length: > 0 } origin
            && cors.GetPolicy(cors.DefaultPolicyName)?.IsOriginAllowed(origin) == true;
    }
}
