using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Cli.Status;

/// <summary>Asks SQS about queues.</summary>
/// <param name="session">The fleet.</param>
/// <param name="looksAtWork">
/// Whether the workers' own queues are looked into for their oldest message. SQS counts that as a receive, and receives are
/// what its redrive policy counts; dead-letter queues have no such policy and are always looked into.
/// </param>
internal sealed class QueueReader(Session session, bool looksAtWork)
{
    public async Task<StatusAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var workers = Topology.Queues.Where(queue => queue.Redrive is not null);
        var queues = await Task.WhenAll(workers.Select(queue => ReadAsync(queue, cancellationToken)));
        var undelivered = await ReadAsync(Topology.UndeliveredDlq, looksInside: true, cancellationToken);
        return new(session.Endpoint, session.Naming.Prefix, queues, undelivered);
    }

    private async Task<QueueStatus> ReadAsync(QueueDefinition queue, CancellationToken cancellationToken)
    {
        var work = await ReadAsync(queue.Name, looksAtWork, cancellationToken);
        return work with { DeadLetters = await ReadAsync(queue.Redrive!.DeadLetterQueue, looksInside: true, cancellationToken) };
    }

    private async Task<QueueStatus> ReadAsync(string queue, bool looksInside, CancellationToken cancellationToken)
    {
        var name = session.Naming.NameOf(queue);
        try
        {
            var url = (await session.Aws.Sqs.GetQueueUrlAsync(name, cancellationToken)).QueueUrl;
            var counts = await session.Aws.Sqs.GetQueueAttributesAsync(
                url,
                [
                    QueueAttributeName.ApproximateNumberOfMessages,
                    QueueAttributeName.ApproximateNumberOfMessagesNotVisible,
                    QueueAttributeName.ApproximateNumberOfMessagesDelayed,
                ],
                cancellationToken);
            var waiting = counts.ApproximateNumberOfMessages;
            return new(
                name,
                Exists: true,
                waiting,
                counts.ApproximateNumberOfMessagesNotVisible,
                counts.ApproximateNumberOfMessagesDelayed,
                looksInside && waiting > 0 ? await OldestAsync(url, cancellationToken) : null);
        }
        catch (QueueDoesNotExistException)
        {
            return new(name, Exists: false);
        }
    }

    /// <summary>Looks at up to ten messages without hiding them. SQS shows old ones first, more or less.</summary>
    private async Task<double?> OldestAsync(string url, CancellationToken cancellationToken)
    {
        var response = await session.Aws.Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(url)
            {
                MaxNumberOfMessages = 10,
                VisibilityTimeout = 0,
                WaitTimeSeconds = 0,
                MessageSystemAttributeNames = [MessageSystemAttributeName.SentTimestamp],
            },
            cancellationToken);
        var sent = (response.Messages ?? []).Select(message =>
            long.Parse(message.Attributes[MessageSystemAttributeName.SentTimestamp], CultureInfo.InvariantCulture));
        return sent.Select(milliseconds => (double?)(session.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).TotalSeconds)
            .Max();
    }
}
