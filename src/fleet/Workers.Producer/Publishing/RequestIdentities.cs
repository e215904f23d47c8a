using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Producer.Http;

namespace Workers.Producer.Publishing;

/// <summary>Finds out which ids a request's event gets.</summary>
internal sealed class RequestIdentities(IOptions<ResourceNaming> naming, TimeProvider time)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 256;

    public RequestIdentity Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return RequestIdentity.New(time.GetUtcNow());
        }

        if (values is not [{ Length: >= 1 and <= LongestKey } key])
        {
            throw new InvalidRequestException(Header, $"must be given once, with 1 to {LongestKey} characters");
        }

        return RequestIdentity.Of(naming.Value.Prefix, $"{request.Method} {PathOf(request)}", key);
    }

    // As the route is written here: callers may write it in other cases, or with a slash behind.
    private static string PathOf(HttpRequest request)
    {
        var route = (RouteEndpoint)request.HttpContext.GetEndpoint()!;
        return request.RouteValues.Aggregate(
            route.RoutePattern.RawText!.TrimEnd('/'), (path, part) => path.Replace($"{{{part.Key}}}", $"{part.Value}", StringComparison.Ordinal));
    }
}
