using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Workers.BrowserTests;

/// <summary>Each route that the console has, whichever it is.</summary>
public sealed partial class WhenAnyRouteIsAsked : ConsoleSpec
{
    private static readonly string[] OpenToAll = ["/favicon.ico", "/assets/", "/health/"];

    [Fact]
    public async Task Its_answer_forbids_the_browser_what_no_page_needs()
    {
        foreach (var path in Paths("GET").Append("/no/such/page"))
        {
            using var answer = await AskAsync(new(HttpMethod.Get, path));

            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_act_without_the_token_of_a_page_is_refused()
    {
        var acts = Paths("POST");
        Assert.True(acts.Count >= 8, string.Join(", ", acts));   // else this would prove nothing
        foreach (var path in acts)
        {
            using var form = new FormUrlEncodedContent(
            [
                new("queue", "payments-queue"), new("reason", "because"), new("maxInFlight", "1"), new("job", "1"),
                new("from", "2026-01-15T10:00:00"), new("to", "2026-01-15T11:00:00"),
            ]);
            using var answer = await AskAsync(new(HttpMethod.Post, path) { Content = form });

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public void It_asks_who_somebody_is_but_for_what_shows_nothing_of_the_fleet()
    {
        var open = Routes.Where(route => route.Metadata.GetMetadata<IAuthorizeData>() is null);

        Assert.All(open, route => Assert.Contains(OpenToAll, root => Path(route).StartsWith(root, StringComparison.Ordinal)));
    }

    private List<string> Paths(string method) =>
    [
        .. Routes
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>() is not { } allowed || allowed.HttpMethods.Contains(method))
            .Select(Path)
            .Where(path => !path.StartsWith("/health/", StringComparison.Ordinal)),
    ];

    private static string Path(RouteEndpoint route)
    {
        var path = Parameter().Replace(route.RoutePattern.RawText!, parameter => parameter.Groups[1].Value switch
        {
            "queue" => "payments-dlq",
            "kind" => "order",
            _ => "one",
        });
        return path.StartsWith('/') ? path : $"/{path}";
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
