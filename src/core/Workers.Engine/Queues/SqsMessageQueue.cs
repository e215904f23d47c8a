using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Engine.Hosting;
using Workers.Events;

namespace Workers.Engine.Queues;

/// <summary>
/// The queue in SQS. What the SDK leaves null is made empty here, batch entries are told apart by their index, and whatever
/// fails in the SDK comes out as <see cref="QueueCallException"/>.
/// </summary>
/// <param name="polls">For long polls alone: each keeps a connection for as long as it waits.</param>
/// <param name="sqs">For every other call.</param>
/// <param name="queue">The queue.</param>
/// <param name="waitTime">How long a poll waits.</param>
/// <param name="time">The clock, for messages of which SQS does not say when they came.</param>
internal sealed class SqsMessageQueue(
    IAmazonSQS polls, IAmazonSQS sqs, QueueDetails queue, TimeSpan waitTime, TimeProvider time) : IMessageQueue
{
    // Kept as strings, because the SDK looks a constant up at each conversion.
    private static readonly string ReceiveCount = MessageSystemAttributeName.ApproximateReceiveCount;
    private static readonly string FirstReceived = MessageSystemAttributeName.ApproximateFirstReceiveTimestamp;
    private static readonly string Sent = MessageSystemAttributeName.SentTimestamp;
    private static readonly string Group = MessageSystemAttributeName.MessageGroupId;

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int atMost, CancellationToken cancellationToken)
    {
        var request = new ReceiveMessageRequest(queue.Url)
        {
            MaxNumberOfMessages = atMost,
            WaitTimeSeconds = (int)waitTime.TotalSeconds,

            // Set explicitly, so that a change of the queue's setting does not change the leases of a running consumer.
            VisibilityTimeout = (int)queue.VisibilityTimeout.TotalSeconds,
            MessageSystemAttributeNames = [ReceiveCount, FirstReceived, Sent, Group],
        };
        var response = await CallAsync("ReceiveMessage", polls.ReceiveMessageAsync(request, cancellationToken), cancellationToken);
        return (response.Messages ?? []).ConvertAll(Received);
    }

    public async Task<IReadOnlyList<EntryFailure>> DeleteAsync(
        IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken)
    {
        List<DeleteMessageBatchRequestEntry> entries =
            [.. messages.Select((message, index) => new DeleteMessageBatchRequestEntry(Id(index), message.ReceiptHandle))];
        var response = await CallAsync(
            "DeleteMessageBatch", sqs.DeleteMessageBatchAsync(queue.Url, entries, cancellationToken), cancellationToken);
        return Failures(response.Failed);
    }

    public async Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken)
    {
        List<ChangeMessageVisibilityBatchRequestEntry> entries =
        [
            .. changes.Select((change, index) =>
                new ChangeMessageVisibilityBatchRequestEntry(Id(index), change.Message.ReceiptHandle) { VisibilityTimeout = change.Seconds }),
        ];
        var response = await CallAsync(
            "ChangeMessageVisibilityBatch",
            sqs.ChangeMessageVisibilityBatchAsync(queue.Url, entries, cancellationToken),
            cancellationToken);
        return Failures(response.Failed);
    }

    public Task<IReadOnlyList<EntryFailure>> SendAgainAsync(IReadOnlyList<DelayedCopy> copies, CancellationToken cancellationToken) =>
        SendAsync(queue.Url, [.. copies.Select(Entry)], (_, _) => { }, cancellationToken);

    public Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken) =>
        SendAsync(
            queue.DeadLetterUrl,
            [.. letters.Select((letter, index) => DeadLetterEntry.Of(letter, queue.Name, Id(index)))],
            (index, letterId) => letters[index].LetterId = letterId,
            cancellationToken);

    private static SendMessageBatchRequestEntry Entry(DelayedCopy copy, int index) =>
        new(Id(index), copy.Message.Body) { DelaySeconds = copy.Seconds };

    private async Task<IReadOnlyList<EntryFailure>> SendAsync(
        string url, IReadOnlyList<SendMessageBatchRequestEntry> entries, Action<int, string> sent, CancellationToken cancellationToken)
    {
        List<EntryFailure> failures = [];
        foreach (var batch in SendBatches.Of(entries))
        {
            failures.AddRange(await SendOneAsync(url, batch, sent, cancellationToken));
        }

        return failures;
    }

    private async Task<List<EntryFailure>> SendOneAsync(
        string url, List<SendMessageBatchRequestEntry> entries, Action<int, string> sent, CancellationToken cancellationToken)
    {
        try
        {
            var response = await CallAsync(
                "SendMessageBatch", sqs.SendMessageBatchAsync(url, entries, cancellationToken), cancellationToken);
            foreach (var success in response.Successful ?? [])
            {
                sent(Index(success.Id), success.MessageId);
            }

            return Failures(response.Failed);
        }
        catch (Exception failure) when (failure is QueueCallException or OperationCanceledException)
        {
            // Other entries may have been sent already. Failing them too would send them twice.
            return entries.ConvertAll(entry => new EntryFailure(Index(entry.Id), failure.Message, ReceiptIsGone: false));
        }
    }

    private ReceivedMessage Received(Message message)
    {
        var attributes = message.Attributes ?? [];
        return new(
            message.MessageId,
            message.ReceiptHandle,
            message.Body,
            Number(attributes, ReceiveCount) is { } count ? (int)count : 1,
            TimeOf(attributes, FirstReceived),
            TimeOf(attributes, Sent),
            attributes.GetValueOrDefault(Group));
    }

    private DateTimeOffset TimeOf(Dictionary<string, string> attributes, string name) =>
        Number(attributes, name) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : time.GetUtcNow();

    private static long? Number(Dictionary<string, string> attributes, string name) =>
        long.TryParse(attributes.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<EntryFailure> Failures(List<BatchResultErrorEntry>? failed) =>
        (failed ?? []).ConvertAll(entry => new EntryFailure(Index(entry.Id), entry.Code, IsReceiptGone(entry.Code)));

    // SQS says "invalid parameter value" of a receipt that has expired, and "not in flight" of one whose message is visible again.
    private static bool IsReceiptGone(string code) =>
        code[(code.LastIndexOf('.') + 1)..] is
            "ReceiptHandleIsInvalid" or "InvalidParameterValue" or "InvalidParameterValueException" or "MessageNotInflight";

    private static string Id(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Index(string id) => int.Parse(id, CultureInfo.InvariantCulture);

    private static async Task<T> CallAsync<T>(string name, Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call;
        }
        catch (Exception failure) when (AwsFailures.Of(failure, cancellationToken) is { } kind)
        {
            throw new QueueCallException(name, kind == AwsFailure.Throttled, failure);
        }
    }
}
