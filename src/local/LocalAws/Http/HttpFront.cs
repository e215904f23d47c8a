using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Http;

/// <summary>
/// Every request comes in here. It sits directly on Kestrel, without host, configuration or middleware: requests cost less,
/// and no settings file or environment variable of whoever starts it can change what it does.
/// </summary>
internal sealed class HttpFront(JsonEndpoint json, QueryEndpoint query, LocalEndpoint local) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context)
    {
        local.Cors.Allow(context);
        if (context.Request.Path.StartsWithSegments(LocalEndpoint.Prefix, out var path))
        {
            return local.AnswerAsync(context, path);
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            // A page asks before it calls. What it wants to know is in the headers.
            return Task.CompletedTask;
        }

        if (LocalEndpoint.IsGreeting(context.Request))
        {
            return local.GreetAsync(context);
        }

        return QueryEndpoint.IsQuery(context.Request) ? query.AnswerAsync(context) : json.AnswerAsync(context);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
