using System.Threading.Channels;
using Workers.Engine.Handling;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Timing;

namespace Workers.Engine.Settling;

/// <summary>
/// One kind of settling: gathers messages from a channel, ten to a call. A call is made when ten are together, when the first of them
/// has lingered, or at once when it comes while no handler runs that could bring another.
/// </summary>
/// <param name="send">Makes a call for at most ten messages, no two the same, and says which failed.</param>
/// <param name="answered">Told of each message whether SQS carried out what was asked.</param>
/// <param name="inFlight">Says whether handlers run.</param>
/// <param name="calls">Where calls run, side by side: the next batch is gathered meanwhile.</param>
/// <param name="consumer">The consumer's.</param>
/// <param name="hurry">From its cancellation on no message lingers.</param>
internal sealed class SettleLoop(
    Func<List<MessageContext>, Task<IReadOnlyList<EntryFailure>>> send,
    Func<MessageContext, bool, ValueTask> answered,
    InFlight inFlight,
    RunningTasks calls,
    ConsumerContext consumer,
    CancellationToken hurry)
{
    // As large as the number of messages that there may be: to add one hardly ever waits.
    private readonly Channel<MessageContext> _channel = Channel.CreateBounded<MessageContext>(
        new BoundedChannelOptions(2 * consumer.Options.MaxInFlight) { SingleReader = true });

    /// <summary>Adds a message whose settlement is known.</summary>
    public ValueTask AddAsync(MessageContext message) => _channel.Writer.WriteAsync(message, CancellationToken.None);

    /// <summary>No message is added any more: the loop ends.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    /// <summary>Gathers and calls until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        while (await _channel.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<MessageContext>(IMessageQueue.BatchSize);
            if (!Gather(batch))
            {
                await LingerAsync(batch);
            }

            _ = calls.Start(() => SettleAsync(batch));
        }
    }

    /// <summary>Takes what is there.</summary>
    /// <returns>Whether there is nothing to wait for.</returns>
    private bool Gather(List<MessageContext> batch)
    {
        while (batch.Count < IMessageQueue.BatchSize && _channel.Reader.TryRead(out var message))
        {
            batch.Add(message);
        }

        return batch.Count == IMessageQueue.BatchSize || inFlight.IsIdle || hurry.IsCancellationRequested;
    }

    private async Task LingerAsync(List<MessageContext> batch)
    {
        using var linger = new CancellationTokenSource(consumer.Options.DeleteLinger, consumer.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(linger.Token, hurry);
        try
        {
            while (await _channel.Reader.WaitToReadAsync(either.Token) && !Gather(batch))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // The linger is over, or the drain began.
        }
    }

    private async Task SettleAsync(List<MessageContext> batch)
    {
        // A batch may hold one message twice. Only its newest receipt is sent; the answer holds for both.
        var receives = batch.ToLookup(message => message.MessageId);
        var newest = receives.Select(same => same.MaxBy(message => message.ReceiveCount)!).ToList();
        var failed = (await send(newest)).Select(failure => newest[failure.Index].MessageId).ToHashSet();
        foreach (var message in batch)
        {
            await answered(message, !failed.Contains(message.MessageId));
        }
    }
}
