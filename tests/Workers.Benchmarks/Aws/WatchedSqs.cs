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
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentDictionary<string, long> _receivedAt = [];
    private long _deleted;
    private int _polls;
    private volatile Mark? _mark;
    private volatile TaskCompletionSource? _closed;

    /// <summary>How many messages SQS said to have deleted.</summary>
    public long Deleted => Interlocked.Read(ref _deleted);

    /// <summary>Whether it is noted when each message came in.</summary>
    public bool NotesReceives { get; init; }

    /// <summary>Holds back receives that begin from now on: they find nothing, as if the queue were empty.</summary>
    public void Close() => _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Closes, and waits until those under way have returned.</summary>
    public async Task CloseAsync()
    {
        Close();
        while (Volatile.Read(ref _polls) > 0)
        {
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    /// <summary>Waits until so many messages are deleted; nobody else may wait.</summary>
    public Task WhenDeletedAsync(long count)
    {
        var mark = new Mark(count, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _mark = mark;
        NoteDeleted(0);
        return mark.Reached.Task;
    }

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
            await Task.WhenAny(
                closed.Task, Task.Delay(TimeSpan.FromSeconds(request.WaitTimeSeconds ?? 0), TimeProvider.System, cancellationToken));
            return new();
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
        NoteDeleted(1);
        return response;
    }

    public override async Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(
        DeleteMessageBatchRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.DeleteMessageBatchAsync(request, cancellationToken);
        NoteDeleted(response.Successful?.Count ?? 0);
        return response;
    }

    private void NoteDeleted(int messages)
    {
        var deleted = Interlocked.Add(ref _deleted, messages);
        if (_mark is { } mark && deleted >= mark.Count)
        {
            mark.Reached.TrySetResult();
        }
    }

    private void Note(ReceiveMessageResponse response)
    {
        if (NotesReceives)
        {
            var now = Stopwatch.GetTimestamp();
            response.Messages?.ForEach(message => _receivedAt[message.MessageId] = now);
        }
    }

    private sealed record Mark(long Count, TaskCompletionSource Reached);
}
