using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Benchmarks.Aws;

/// <summary>The SQS client of everything that is compared: it counts what is deleted, and notes on demand when a message came in.</summary>
internal sealed class WatchedSqs(AmazonSQSConfig config) : AmazonSQSClient(config)
{
    private readonly ConcurrentDictionary<string, long> _receivedAt = [];
    private long _deleted;

    /// <summary>How many messages SQS said to have deleted.</summary>
    public long Deleted => Interlocked.Read(ref _deleted);

    /// <summary>Whether it is noted when each message came in.</summary>
    public bool NotesReceives { get; init; }

    /// <summary>How long ago the answer came that brought the message.</summary>
    public TimeSpan SinceReceived(string messageId) => Stopwatch.GetElapsedTime(_receivedAt[messageId]);

    public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.ReceiveMessageAsync(request, cancellationToken);
        if (NotesReceives)
        {
            var now = Stopwatch.GetTimestamp();
            response.Messages?.ForEach(message => _receivedAt[message.MessageId] = now);
        }

        return response;
    }

    public override async Task<DeleteMessageResponse> DeleteMessageAsync(
        DeleteMessageRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.DeleteMessageAsync(request, cancellationToken);
        Interlocked.Increment(ref _deleted);
        return response;
    }

    public override async Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        DeleteMessageBatchRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.DeleteMessageBatchAsync(request, cancellationToken);
        Interlocked.Add(ref _deleted, response.Successful?.Count ?? 0);
        return response;
    }
}
