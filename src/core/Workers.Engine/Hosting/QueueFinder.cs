using System.Globalization;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Logging;
using Workers.Engine.Timing;
using Workers.Events;

namespace Workers.Engine.Hosting;

/// <summary>Finds the queue and its dead-letter queue at start, and reads what is needed of their settings.</summary>
internal sealed partial class QueueFinder(
    IAmazonSQS sqs, ResourceNaming naming, TimeProvider time, Jitter jitter, ILogger logger)
{
    private readonly ILogger _logger = logger;
    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), jitter);

    /// <summary>Finds them, asking again for as long as SQS cannot be reached.</summary>
    /// <param name="queue">The queue's unprefixed name.</param>
    /// <param name="deadLetterQueue">The dead-letter queue's unprefixed name; null for the one of the redrive policy.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="QueueNotUsableException">One of them does not exist, or cannot be consumed as it is.</exception>
    public async Task<QueueDetails> FindAsync(string queue, string? deadLetterQueue, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadAsync(naming.NameOf(queue), deadLetterQueue, cancellationToken);
            }
            catch (Exception failure) when (AwsFailures.Of(failure, cancellationToken) is not null)
            {
                var pause = _backoff.After(attempt);
                LogUnreachable(failure, queue, pause);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private async Task<QueueDetails> ReadAsync(string name, string? deadLetterQueue, CancellationToken cancellationToken)
    {
        var url = await UrlAsync(name, null, cancellationToken);
        var settings = await sqs.GetQueueAttributesAsync(
            url, [QueueAttributeName.VisibilityTimeout, QueueAttributeName.RedrivePolicy], cancellationToken);
        if (settings.VisibilityTimeout == 0)
        {
            throw new QueueNotUsableException($"Queue {name} has a visibility timeout of 0: every message would be handled again while it is being handled.");
        }

        var redrive = RedrivePolicy.Parse(settings.Attributes?.GetValueOrDefault(QueueAttributeName.RedrivePolicy));
        var (deadLetterName, owner) = deadLetterQueue is null
            ? (redrive?.QueueName, redrive?.Account)
            : (naming.NameOf(deadLetterQueue), null);
        if (deadLetterName is null)
        {
            throw new QueueNotUsableException($"Queue {name} has no dead-letter queue: give it a redrive policy or set DeadLetterQueue, or a message that nobody can handle would come back until its retention ends.");
        }

        if (QueueDetails.IsFifo(name) != QueueDetails.IsFifo(deadLetterName))
        {
            throw new QueueNotUsableException($"Queue {name} and its dead-letter queue {deadLetterName} must both be FIFO queues, or neither: messages of a group would lose their order, or could not be sent.");
        }

        var deadLetterUrl = await UrlAsync(deadLetterName, owner, cancellationToken);
        return new(name, url, TimeSpan.FromSeconds(settings.VisibilityTimeout), redrive?.MaxReceiveCount, deadLetterName, deadLetterUrl);
    }

    private async Task<string> UrlAsync(string name, string? account, CancellationToken cancellationToken)
    {
        var request = new GetQueueUrlRequest(name) { QueueOwnerAWSAccountId = account };
        try
        {
            var response = await sqs.GetQueueUrlAsync(request, cancellationToken);
            return response.QueueUrl;
        }
        catch (QueueDoesNotExistException)
        {
            var region = sqs.Config.RegionEndpoint?.SystemName ?? sqs.Config.AuthenticationRegion;
            var endpoint = sqs.DetermineServiceOperationEndpoint(request).URL;
            throw new QueueNotUsableException(
                $"Queue {name} does not exist in region {region} at {endpoint}, or not for these credentials: nothing can be consumed. "
                + "Apply the topology there, or check the name prefix and the AWS settings.");
        }
    }

    [LoggerMessage(LogLevel.Error, "SQS cannot be asked about queue {Queue}; next try in {Pause}")]
    private partial void LogUnreachable(Exception failure, string queue, TimeSpan pause);
}

/// <summary>What is known of the queue when consuming starts.</summary>
/// <param name="Name">The queue's name, prefix included.</param>
/// <param name="Url">Where calls about it go.</param>
/// <param name="VisibilityTimeout">How long a receive hides a message; every receive asks for it expressly.</param>
/// <param name="MaxReceiveCount">After how many receives SQS itself dead-letters; null where it never does.</param>
/// <param name="DeadLetterName">The dead-letter queue's name, prefix included.</param>
/// <param name="DeadLetterUrl">Where rejected messages are sent.</param>
internal sealed record QueueDetails(
    string Name, string Url, TimeSpan VisibilityTimeout, int? MaxReceiveCount, string DeadLetterName, string DeadLetterUrl)
{
    /// <summary>Whether a queue of this name is a FIFO queue: SQS demands the ending of those, and of those alone.</summary>
    public static bool IsFifo(string name) => name.EndsWith(".fifo", StringComparison.Ordinal);
}

/// <summary>The queue's own dead-lettering: where to, and after how many receives.</summary>
internal sealed record RedrivePolicy(string QueueName, string Account, int MaxReceiveCount)
{
    /// <summary>Reads SQS's JSON, in which the count is a number or a string; null where there is no policy.</summary>
    public static RedrivePolicy? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        using var policy = JsonDocument.Parse(json);
        var arn = policy.RootElement.GetProperty("deadLetterTargetArn").GetString()!.Split(':');
        var count = policy.RootElement.GetProperty("maxReceiveCount").ToString();
        return new(arn[^1], arn[^2], int.Parse(count, CultureInfo.InvariantCulture));
    }
}

/// <summary>A queue cannot be consumed until somebody changes something: the process should end and say so.</summary>
internal sealed class QueueNotUsableException(string message) : Exception(message);
