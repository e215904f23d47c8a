using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Seeds;

/// <summary>What every spec of a seed does with the fleet.</summary>
internal sealed class SeedFleet(AwsEndpoint endpoint, RunningFleet fleet)
{
    /// <summary>The day that the summary shows without being asked for one.</summary>
    public static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>POST /events with a body that must be taken; its answer.</summary>
    public async Task<JsonObject> PostAsync(string body)
    {
        using var response = await TryPostAsync(body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public Task<HttpResponseMessage> TryPostAsync(string body) => fleet.Api.PostAsync(
        new Uri("/events", UriKind.Relative),
        new StringContent(body, Encoding.UTF8, "application/json"),
        TestContext.Current.CancellationToken);

    /// <summary>The steps of an order so far, oldest first.</summary>
    public async Task<IReadOnlyList<string>> TimelineAsync(string orderId) =>
    [
        .. (await fleet.FindAsync($"/orders/{orderId}"))?["timeline"]!.AsArray().Select(moment => (string)moment!["what"]!) ?? [],
    ];

    /// <summary>A notification of a posted event goes out.</summary>
    public Task IsNotifiedAsync(string template, JsonObject answer) => Eventually.TrueAsync(
        $"{template} went out", () => fleet.HasNotifiedAsync($"{template}#log#{answer["eventId"]}"));

    /// <summary>Bodies and reasons in every dead-letter queue of a worker; what is seen stays there.</summary>
    public async Task<IReadOnlyList<string>> DeadLettersAsync()
    {
        var letters = new List<string>();
        foreach (var queue in Topology.Consumptions.Select(consumes => consumes.Queue))
        {
            var response = await endpoint.Clients.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest
                {
                    QueueUrl = await fleet.QueueUrlAsync(queue.Redrive!.DeadLetterQueue),
                    MaxNumberOfMessages = 10,
                    MessageAttributeNames = ["All"],
                    VisibilityTimeout = 0,
                },
                TestContext.Current.CancellationToken);
            letters.AddRange((response.Messages ?? []).Select(letter => $"{letter.Body}: {letter.MessageAttributes["Reason"].StringValue}"));
        }

        return letters;
    }

    /// <summary>Today's count of a metric, as the summary names it.</summary>
    public async Task<int> CountAsync(string metric) => (int)(await fleet.FindAsync("/analytics/summary"))![metric]!;
}
