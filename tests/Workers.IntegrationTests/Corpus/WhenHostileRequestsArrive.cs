using System.Net;
using System.Text;
using System.Text.Json;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Corpus;

public sealed class WhenHostileRequestsArrive : IClassFixture<RunningFleet>
{
    private readonly RunningFleet _fleet;

    public WhenHostileRequestsArrive(AwsEndpoint endpoint, RunningFleet fleet)
    {
        _ = endpoint;
        fleet.RequireTransactions();
        _fleet = fleet;
    }

    [Fact]
    public async Task Each_body_hears_what_is_wrong()
    {
        var answers = new List<string>();
        foreach (var entry in CorpusFile.Read("requests.json"))
        {
            var answer = await SendAsync(HttpMethod.Post, (string)entry!["path"]!, CorpusFile.TextOf(entry));
            if ((int)answer.Status != (int)entry["status"]! || answer.Body.Length == 0)
            {
                answers.Add($"{entry["name"]}: {answer}");
            }
        }

        Assert.Empty(answers);
        await Eventually.TrueAsync("the API is ready", async () => await _fleet.FindAsync("/health/ready") is not null);
    }

    [Fact]
    public async Task No_text_that_is_no_id_is_taken_for_one_in_a_body_or_a_path()
    {
        var taken = new List<string>();
        foreach (var text in CorpusFile.Read("ids.json").Select(id => (string)id!))
        {
            var id = JsonSerializer.Serialize(text);
            foreach (var body in (string[])
            [
                $$"""{"orderId":{{id}},"customerId":"C","amount":1,"items":[{"productId":"P","quantity":1}]}""",
                $$"""{"customerId":{{id}},"amount":1,"items":[{"productId":"P","quantity":1}]}""",
                $$"""{"customerId":"C","amount":1,"items":[{"productId":{{id}},"quantity":1}]}""",
            ])
            {
                taken.AddRange(IsRefused(await SendAsync(HttpMethod.Post, "/orders", body), id));
            }

            var segment = Uri.EscapeDataString(text);
            taken.AddRange(IsRefused(await SendAsync(HttpMethod.Post, $"/orders/{segment}/cancel", "{}"), $"cancel {segment}"));
            taken.AddRange(IsRefused(await SendAsync(HttpMethod.Put, $"/inventory/{segment}", """{"currentStock":1}"""), $"stock {segment}"));
            if (text != "..")   // the server leaves it out of a path: the root is asked for, which answers
            {
                taken.AddRange(IsRefused(await SendAsync(HttpMethod.Get, $"/orders/{segment}", null), $"find {segment}"));
            }
        }

        Assert.Empty(taken);
    }

    private static IEnumerable<string> IsRefused((HttpStatusCode Status, string Body) answer, string what) =>
        (int)answer.Status is >= 400 and < 500 ? [] : [$"{what}: {answer}"];

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{_fleet.Api.BaseAddress}{path[1..]}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _fleet.Api.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
