using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Operations.Status;

/// <summary>Asks SQS about queues.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="looksAtWork">
/// Whether the workers' own queues are looked into for their oldest message. SQS counts that as a receive, and receives are
/// what its redrive policy counts; dead-letter queues have no such policy and are always looked into.
/// </param>
internal sealed class QueueReader(FleetAccess fleet, bool looksAtWork)
{
    public async Task<StatusAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var workers = Topology.Queues.Where(queue => queue.Redrive is not null);
        var queues = await Task.WhenAll(workers.Select(queue => ReadAsync(queue, cancellationToken)));
        var undelivered = await ReadAsync(Topology.UndeliveredDlq, looksInside: true, cancellationToken);
        return new(fleet.Endpoint, fleet.Naming.Prefix, queues, undelivered);
    }

    private async Task<QueueStatus> ReadAsync(QueueDefinition queue, CancellationToken cancellationToken)
    {
        var work = await ReadAsync(queue.Name, looksAtWork, cancellationToken);
        return work with { DeadLetters = await ReadAsync(queue.Redrive!.DeadLetterQueue, looksInside: true, cancellationToken) };
    }

    private async Task<QueueStatus> ReadAsync(string queue, bool looksInside, CancellationToken cancellationToken)
    {
        var name = fleet.Naming.NameOf(queue);
        try
        {
            var url = (await fleet.Aws.Sqs.GetQueueUrlAsync(name, cancellationToken)).QueueUrl;
            var counts = await fleet.CountAsync(url, cancellationToken);
            return new(
                name,
                Exists: true,
                counts.Waiting,
                counts.InFlight,
                counts.Delayed,
                looksInside && counts.Waiting > 0 ? await OldestAsync(url, cancellationToken) : null);
        }
        catch (QueueDoesNotExistException)
        {
            return new(name, Exists: false);
        }
    }

    /// <summary>Looks at up to ten messages without hiding them. SQS shows old ones first, more or less.</summary>
    private async Task<double?> OldestAsync(string url, CancellationToken cancellationToken)
    {
        var response = await fleet.Aws.Sqs.ReceiveMessageAsync(
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
        return sent.Select(milliseconds => (double?)(fleet.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).TotalSeconds)
            .Max();
    }
}
