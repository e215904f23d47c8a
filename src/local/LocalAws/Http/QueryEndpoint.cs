using System.Text.Json;
using LocalAws.Faults;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Http;

/// <summary>
/// Speaks AWS's query protocol: a form, or a query string, is answered by XML. Whoever opens a link of a notification, to confirm a
/// subscription or to end one, speaks it too.
/// </summary>
/// <param name="table">The services; those that speak this protocol are found by its version.</param>
/// <param name="faults">What is to go wrong.</param>
/// <param name="time">The clock of faults that take time.</param>
/// <param name="stopping">Ends operations that wait, when the server stops.</param>
internal sealed class QueryEndpoint(OperationTable table, LocalAwsFaults faults, TimeProvider time, CancellationToken stopping)
{
    private const string UnknownNamespace = "http://webservices.amazon.com/AWSFault/2005-15-09";

    // A batch of ten messages with all their attributes has some hundred fields.
    private static readonly FormOptions Limits = new() { ValueCountLimit = 4096, ValueLengthLimit = RequestBody.LargestBytes };

    private readonly IReadOnlyList<IQueryService> _services = [.. table.Services.Values.OfType<IQueryService>()];
    private readonly FaultyOperation _faulty = new(time);

    /// <summary>Whether a request is one of this protocol.</summary>
    public static bool IsQuery(HttpRequest request) => request.Query.ContainsKey("Action") || IsForm(request);

    public async Task AnswerAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        IQueryService? service = null;
        string answer;
        try
        {
            RefusePagesOfOtherSites(context.Request);
            var fields = await ReadAsync(context.Request, context.RequestAborted);
            service = _services.FirstOrDefault(one => one.QueryVersion == fields.GetValueOrDefault("Version"))
                ?? _services.FirstOrDefault(one => one.Operations.ContainsKey(fields.GetValueOrDefault("Action") ?? ""));
            answer = await RunAsync(context.Request, service, fields, requestId);
        }
        catch (ConnectionDroppedException)
        {
            context.Abort();
            return;
        }
        catch (Exception exception)
        {
            var refusal = Describe(exception);
            context.Response.StatusCode = refusal.StatusCode;
            answer = QueryXml.Error(service?.XmlNamespace ?? UnknownNamespace, requestId, refusal);
        }

        context.Response.ContentType = "text/xml";
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private async Task<string> RunAsync(
        HttpRequest request, IQueryService? service, Dictionary<string, string> fields, string requestId)
    {
        var action = fields.GetValueOrDefault("Action");
        if (service is null || action is null || !service.Operations.ContainsKey(action))
        {
            throw Unknown(service, action);
        }

        var route = table.Find($"{service.TargetPrefix}.{action}");
        route.Count();
        var body = QueryForm.ToJson(fields.Where(field => field.Key is not ("Action" or "Version")), service.Lists);
        var described = new AwsRequest(
            CredentialScope.Region(request.Headers.Authorization), $"{request.Scheme}://{request.Host}", body)
        {
            TraceHeader = request.Headers["X-Amzn-Trace-Id"],
            Faults = faults.For(route.Name, body),
        };
        var answer = new ResponseBuffer();
        await (described.Faults is { } armed
            ? _faulty.RunAsync(route, described, armed, answer.Writer, stopping)
            : route.Operation(described, answer.Writer, stopping));
        using var result = JsonDocument.Parse(answer.Finish());
        return QueryXml.Answer(service, action, requestId, result.RootElement);
    }

    // A page of any site can send a form to loopback without asking first, which it cannot do with AWS JSON. It has no signature.
    private static void RefusePagesOfOtherSites(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0 && request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site", ..])
        {
            throw new AwsException("AccessDenied", "An unsigned request of another site's page is refused.", 403);
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = IsForm(request) ? await new FormFeature(request, Limits).ReadFormAsync(cancellationToken) : FormCollection.Empty;
        return request.Query.Concat(form).DistinctBy(field => field.Key).ToDictionary(field => field.Key, field => field.Value.ToString());
    }

    private static bool IsForm(HttpRequest request) => request.Method == HttpMethods.Post
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>How a client sees what went wrong; a defect of ours comes under AWS's name for one.</summary>
    private static AwsException Describe(Exception exception) => exception switch
    {
        AwsException refusal => refusal,
        InvalidDataException => new AwsException("MalformedQueryString", exception.Message, 404),
        BadHttpRequestException bad => new AwsException("BadRequestException", bad.Message, bad.StatusCode),
        OperationCanceledException => new AwsException("ServiceUnavailable", "LocalAws is stopping.", 503),
        _ => new AwsException("InternalFailure", $"A defect of LocalAws: {exception}", 500),
    };

    private AwsException Unknown(IQueryService? service, string? action) => new(
        "InvalidAction",
        service is null
            ? $"Of the query protocol, LocalAws speaks {string.Join(" and ", _services.Select(one => one.TargetPrefix))}; "
                + "the other services take AWS JSON."
            : $"LocalAws has no operation {service.TargetPrefix}.{action}. "
                + $"Supported: {string.Join(", ", service.Operations.Keys.Order(StringComparer.Ordinal))}.");
}
