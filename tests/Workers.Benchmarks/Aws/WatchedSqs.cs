using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Benchmarks.Aws;

/// <summary>
/// The SQS client of everything that is compared: it counts what is deleted, notes on demand when a message came in, and can hold
/// receives back.
/// </summary>
internal sealed class WatchedSqs(AmazonSQSConfig config) : AmazonSQSClient(config)
{
    private readonly ConcurrentDictionary<string, long> _receivedAt = [];
    private long _deleted;
    private int _polls;
    private volatile TaskCompletionSource? _closed;

    /// <summary>How many messages SQS said to have deleted.</summary>
    public long Deleted => Interlocked.Read(ref _deleted);

    /// <summary>Whether it is noted when each message came in.</summary>
    public bool NotesReceives { get; init; }

    /// <summary>How many receives are under way.</summary>
    public int Polls => Volatile.Read(ref _polls);

    /// <summary>Holds back receives that begin from now on; those under way return.</summary>
    public void Close() => _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets receives go on.</summary>
    public void Open()
    {
        var closed = _closed;
        _closed = null;
        closed?.SetResult();
    }

    /// <summary>How long ago the answer came that brought the message.</summary>
    public TimeSpan SinceReceived(string messageId) => Stopwatch.GetElapsedTime(_receivedAt[messageId]);

    public override async Task<ReceiveMessageResponse> ReceiveMessageAsync(
        ReceiveMessageRequest request, CancellationToken cancellationToken = default)
    {
        if (_closed is { } closed)
        {
            await closed.Task.WaitAsync(cancellationToken);
        }

        Interlocked.Increment(ref _polls);
        try
        {
            var response = await base.ReceiveMessageAsync(request, cancellationToken);
            Note(response);
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _polls);
        }
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

    private void Note(ReceiveMessageResponse response)
    {
        if (NotesReceives)
        {
            var now = Stopwatch.GetTimestamp();
            response.Messages?.ForEach(message => _receivedAt[message.MessageId] = now);
        }
    }
}
