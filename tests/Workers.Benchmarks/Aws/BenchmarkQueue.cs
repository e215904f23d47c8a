using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Benchmarks.Aws;

/// <summary>A queue of one measurement, with its dead-letter queue.</summary>
internal sealed record BenchmarkQueue(IAmazonSQS Sqs, string Name, string Url)
{
    public const int BatchSize = 10;
    private const int Senders = 4;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static async Task<BenchmarkQueue> CreateAsync(
        IAmazonSQS sqs, string name, TimeSpan visibility, CancellationToken cancellationToken)
    {
        await sqs.CreateQueueAsync(new CreateQueueRequest($"{name}-dlq"), cancellationToken);
        var created = await sqs.CreateQueueAsync(
            new CreateQueueRequest(name)
            {
                Attributes = new()
                {
                    ["VisibilityTimeout"] = visibility.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                    ["RedrivePolicy"] =
                        $$"""{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:{{name}}-dlq","maxReceiveCount":100}""",
                },
            },
            cancellationToken);
        return new(sqs, name, created.QueueUrl);
    }

    /// <summary>Sends so many orders, each with an event id of its own.</summary>
    public Task FillAsync(int messages, CancellationToken cancellationToken) =>
        FillAsync(Enumerable.Range(0, messages).Select(Order.Body), cancellationToken);

    /// <summary>Sends these bodies, in no certain order.</summary>
    public Task FillAsync(IEnumerable<string> bodies, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        bodies.Chunk(BatchSize),
        new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = cancellationToken },
        async (batch, token) => await SendAsync(batch, token));

    /// <summary>A receive of ten as the engine makes it, for the loops that are compared: SQS's answer is then the same.</summary>
    public ReceiveMessageRequest Receive(TimeSpan wait) => new(Url)
    {
        MaxNumberOfMessages = BatchSize,
        WaitTimeSeconds = (int)wait.TotalSeconds,
        MessageSystemAttributeNames = ["ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SentTimestamp"],
    };

    /// <summary>How many messages a receive has hidden that are neither deleted nor visible again.</summary>
    public async Task<int> InvisibleAsync(CancellationToken cancellationToken) =>
        (await CountsAsync(cancellationToken)).ApproximateNumberOfMessagesNotVisible;

    public async Task<int> VisibleAsync(CancellationToken cancellationToken) =>
        (await CountsAsync(cancellationToken)).ApproximateNumberOfMessages;

    /// <summary>Waits until every message is deleted.</summary>
    public async Task WhenEmptyAsync(CancellationToken cancellationToken)
    {
        while (await VisibleAsync(cancellationToken) + await InvisibleAsync(cancellationToken) > 0)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    private async Task SendAsync(string[] batch, CancellationToken cancellationToken)
    {
        var response = await Sqs.SendMessageBatchAsync(
            Url,
            [.. batch.Select((body, index) => new SendMessageBatchRequestEntry(index.ToString(CultureInfo.InvariantCulture), body)
            {
                DelaySeconds = 0,   // a queue that delays shows it at once as well
            })],
            cancellationToken);
        if (response.Failed is { Count: > 0 } failed)
        {
            throw new InvalidOperationException($"SQS did not take a message: {failed[0].Message}");
        }
    }

    private Task<GetQueueAttributesResponse> CountsAsync(CancellationToken cancellationToken) => Sqs.GetQueueAttributesAsync(
        Url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"], cancellationToken);
}
