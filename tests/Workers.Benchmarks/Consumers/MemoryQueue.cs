using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Engine.Queues;

namespace Workers.Benchmarks.Consumers;

/// <summary>A queue whose receives were made beforehand, and whose calls succeed at once.</summary>
internal sealed class MemoryQueue : IMessageQueue
{
    private static readonly Task<IReadOnlyList<EntryFailure>> NoFailures = Task.FromResult<IReadOnlyList<EntryFailure>>([]);

    private readonly Task<IReadOnlyList<ReceivedMessage>>[] _receives;
    private readonly TaskCompletionSource<IReadOnlyList<ReceivedMessage>> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _allDeleted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _received = -1;
    private int _left;

    public MemoryQueue(int messages)
    {
        _left = messages;
        _receives = [.. Enumerable.Range(0, messages).Select(Message).Chunk(IMessageQueue.BatchSize).Select(Task.FromResult<IReadOnlyList<ReceivedMessage>>)];
    }

    public Task AllDeleted => _allDeleted.Task;

    /// <summary>A message of one order.</summary>
    public static ReceivedMessage Message(int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        return new(id, id, Order.Body(number), 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
    }

    /// <summary>Lets open polls return, and later ones at once: the consumer must be draining by then, or it polls without end.</summary>
    public void End() => _ended.SetResult([]);

    /// <summary>The consumer broke.</summary>
    public void Fail(Exception fault) => _allDeleted.TrySetException(fault);

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int atMost, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _received) is var next && next < _receives.Length ? _receives[next] : _ended.Task;

    public Task<IReadOnlyList<EntryFailure>> DeleteAsync(
        IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken)
    {
        if (Interlocked.Add(ref _left, -messages.Count) == 0)
        {
            _allDeleted.TrySetResult();
        }

        return NoFailures;
    }

    public Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken) => NoFailures;

    public Task<IReadOnlyList<EntryFailure>> SendAgainAsync(IReadOnlyList<DelayedCopy> copies, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("An order was to wait.");

    public Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(
        IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"An order was rejected: {letters[0].Reason}");
}
