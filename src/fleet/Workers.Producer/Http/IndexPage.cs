using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Metadata;

namespace Workers.Producer.Http;

/// <summary>What there is to try, at <c>/</c>: a page for people, JSON for programs.</summary>
internal static class IndexPage
{
    private const string Description = "/openapi/v1.json";

    public static void MapIndex(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Show).ExcludeFromDescription();

    private static IResult Show(HttpRequest request, EndpointDataSource endpoints)
    {
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().SelectMany(Entries).OrderBy(route => route.Path, StringComparer.Ordinal).ToList();
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Content(Page(routes), "text/html; charset=utf-8")
            : TypedResults.Ok(new Index(Description, routes));
    }

    private static IEnumerable<Entry> Entries(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is { Summary: var summary }
            ? (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Where(method => method != HttpMethods.Head)
                .Select(method => new Entry(method, endpoint.RoutePattern.RawText!.TrimEnd('/'), summary))
            : [];

    private static string Page(IEnumerable<Entry> routes)
    {
        var rows = new StringBuilder();
        foreach (var (method, path, summary) in routes)
        {
            var text = HtmlEncoder.Default.Encode(path);
            var shown = method == HttpMethods.Get && !path.Contains('{', StringComparison.Ordinal) ? $"<a href=\"{text}\">{text}</a>" : text;
            rows.Append(null, $"<tr><td>{method}<td>{shown}<td>{HtmlEncoder.Default.Encode(summary)}\n");
        }

        return $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Orders and stock</title>
            <style>body {"{"} font: 1rem sans-serif; margin: 2rem {"}"} td {"{"} padding: .2rem 1rem .2rem 0 {"}"}</style>
            <h1>Orders and stock</h1>
            <table>
            {rows}</table>
            <p>All fields and answers: <a href="{Description}">{Description}</a>. Is it at work: <a href="/health/ready">/health/ready</a>.
            </html>
            """;
    }

    /// <summary>What there is to try.</summary>
    /// <param name="Description">Where the API's description is.</param>
    /// <param name="Routes">Every route.</param>
    private sealed record Index(string Description, IReadOnlyList<Entry> Routes);

    private sealed record Entry(string Method, string Path, string Summary);
}
