using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Producer.Callers;
using Workers.Producer.Http;

namespace Workers.Producer.Idempotency;

/// <summary>Finds out which ids a request's event gets.</summary>
internal sealed partial class RequestIdentities(IOptions<ResourceNaming> naming, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 256;

    public RequestIdentity Of(JsonBody body)
    {
        var request = body.Request;
        var now = time.GetUtcNow();
        var trace = Activity.Current?.Id;
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return RequestIdentity.New(now, trace);
        }

        if (values is not [{ } stated] || Key.Match(stated) is not { Success: true, Groups: var groups })
        {
            throw new InvalidRequestException(
                Header, $"must be given once, with 1 to {LongestKey} characters: visible ASCII without quotes and backslashes");
        }

        var route = $"{request.Method} {PathOf(request)}";
        var caller = Caller.Of(request.HttpContext).Id;
        return RequestIdentity.Of(naming.Value.Prefix, caller, route, groups["key"].Value, now, trace) with { Fingerprint = body.Fingerprint };
    }

    /// <summary>The identity of what can happen once only, whoever tells of it and however often: its ids follow from what it is about.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="id">What it is about.</param>
    public RequestIdentity OfFact(string fact, string id) =>
        RequestIdentity.Of(naming.Value.Prefix, caller: null, fact, id, time.GetUtcNow(), Activity.Current?.Id) with { Fingerprint = fact };

    // As the route is written here: callers may write it in other cases, or with a slash behind.
    private static string PathOf(HttpRequest request)
    {
        var route = (RouteEndpoint)request.HttpContext.GetEndpoint()!;
        return request.RouteValues.Aggregate(
            route.RoutePattern.RawText!.TrimEnd('/'), (path, part) => path.Replace($"{{{part.Key}}}", $"{part.Value}", StringComparison.Ordinal));
    }

    // The draft of the header has it in quotes; most callers leave them out. It is one key either way.
    [GeneratedRegex(@"^(?<quote>""?)(?<key>[\x21\x23-\x5B\x5D-\x7E]{1,256})\k<quote>\z")]
    private static partial Regex Key { get; }
}
