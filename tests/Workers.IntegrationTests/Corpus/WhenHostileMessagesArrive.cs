using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Corpus;

public sealed class WhenHostileMessagesArrive : IClassFixture<RunningFleet>
{
    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;

    public WhenHostileMessagesArrive(AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        (_endpoint, _fleet) = (endpoint, fleet);
    }

    /// <summary>All but the audit worker's: it keeps what others refuse.</summary>
    public static TheoryData<string> Queues =>
        [.. Topology.Consumptions.Select(consumes => consumes.Queue.Name).Where(name => name != Topology.AuditQueue)];

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task Each_is_dead_lettered_as_it_came_with_its_reason_and_none_stays(string name)
    {
        var queue = Topology.Queues.Single(queue => queue.Name == name);
        var hostile = Messages().DistinctBy(message => message.Body).ToDictionary(message => message.Body);

        await Parallel.ForEachAsync(hostile.Keys, TestContext.Current.CancellationToken, async (body, _) =>
            await _fleet.SendAsync(queue.Name, body));

        var others = (await LettersAsync(queue, hostile.Count))
            .Select(letter => (hostile[letter.Body].Name, Expected: hostile[letter.Body].Reason, Told: letter.MessageAttributes["Reason"].StringValue))
            .Where(letter => !letter.Told.Contains(letter.Expected, StringComparison.Ordinal))
            .Select(letter => $"{letter.Name}: {letter.Told}")
            .ToList();
        Assert.True(others is [], string.Join('\n', others));

        await Eventually.TrueAsync($"{queue.Name} is empty", async () => await LengthOfAsync(queue.Name) is 0);
        await Eventually.TrueAsync("the API is ready", async () => await _fleet.FindAsync("/health/ready") is not null);
    }

    private static IEnumerable<(string Name, string Body, string Reason)> Messages()
    {
        foreach (var entry in CorpusFile.Read("messages.json"))
        {
            var body = entry!["detail"] is { } detail ? Envelope(WithProducts(CorpusFile.TextOf(detail), (int?)entry["products"] ?? 0)) : CorpusFile.TextOf(entry);
            yield return ((string)entry["name"]!, body, (string)entry["reason"]!);
        }

        foreach (var id in CorpusFile.Read("ids.json").Select(id => JsonSerializer.Serialize((string)id!)))
        {
            yield return ($"the event id {id}", Envelope($$$"""{"metadata":{"eventId":{{{id}}}}}"""), "metadata.eventId: must have 1 to 128 characters");
        }
    }

    private static string Envelope(string detail) => EnvelopeOf.Event("ecommerce.orders", "Order Placed", detail);

    private static string WithProducts(string detail, int count) => count == 0 ? detail : detail.Replace(
        "[]", $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"productId":"P{{i}}","quantity":1}"""))}]", StringComparison.Ordinal);

    private async Task<IReadOnlyCollection<Message>> LettersAsync(QueueDefinition queue, int count)
    {
        var letters = new Dictionary<string, Message>();
        await Eventually.TrueAsync($"{count} messages of {queue.Name} are dead-lettered", async () =>
        {
            var response = await _endpoint.Clients.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest
                {
                    QueueUrl = await _fleet.QueueUrlAsync(queue.Redrive!.DeadLetterQueue),
                    MaxNumberOfMessages = 10,
                    MessageAttributeNames = ["All"],
                },
                TestContext.Current.CancellationToken);
            foreach (var message in response.Messages ?? [])
            {
                letters[message.Body] = message;
            }

            return letters.Count >= count;
        });
        return letters.Values;
    }

    private async Task<int?> LengthOfAsync(string queue)
    {
        var attributes = await _endpoint.Clients.Sqs.GetQueueAttributesAsync(
            await _fleet.QueueUrlAsync(queue),
            [QueueAttributeName.ApproximateNumberOfMessages, QueueAttributeName.ApproximateNumberOfMessagesNotVisible],
            TestContext.Current.CancellationToken);
        return attributes.ApproximateNumberOfMessages + attributes.ApproximateNumberOfMessagesNotVisible;
    }
}
