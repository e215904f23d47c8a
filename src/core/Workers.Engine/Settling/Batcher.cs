using Workers.Engine.Queues;
using Workers.Engine.Timing;

namespace Workers.Engine.Settling;

/// <summary>
/// Gathers messages into batch calls: a batch is sent when it is full, when its linger passes, or at once when there is nothing
/// to wait for.
/// </summary>
/// <param name="send">Sends at most ten messages, and says which failed.</param>
/// <param name="answered">Told of each message whether SQS carried out what was asked.</param>
/// <param name="hurries">Whether there is nothing to wait for.</param>
/// <param name="running">Where batches run from their first message to their answer.</param>
/// <param name="context">The consumer's.</param>
internal sealed class Batcher(
    Func<List<SettlingMessage>, Task<IReadOnlyList<EntryFailure>>> send,
    Action<SettlingMessage, bool> answered,
    Func<bool> hurries,
    RunningTasks running,
    ConsumerContext context)
{
    private readonly Lock _lock = new();
    private Batch? _open;

    /// <summary>Adds a message to the open batch.</summary>
    public void Add(SettlingMessage message)
    {
        lock (_lock)
        {
            var batch = _open ??= Open();
            batch.Add(message);
            if (batch.Messages.Count == IMessageQueue.BatchSize || hurries())
            {
                Close(batch);
            }
        }
    }

    /// <summary>Sends what has been gathered.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            Close(_open);
        }
    }

    private Batch Open()
    {
        // A batch belongs to no message: the log scope and the span of the first one must not flow into it.
        using var nothingFlows = ExecutionContext.SuppressFlow();
        var batch = new Batch(this);
        running.StartHere(SendAsync, batch);
        return batch;
    }

    private async Task SendAsync(Batch batch)
    {
        using (context.Time.CreateTimer(static batch => ((Batch)batch!).Expire(), batch, context.Options.DeleteLinger, Timeout.InfiniteTimeSpan))
        {
            await batch.Closed.Task;
        }

        var failures = await send(batch.Messages);
        for (var place = 0; place < batch.Messages.Count; place++)
        {
            answered(batch.Messages[place], IsDone(place, failures));
        }

        foreach (var (message, place) in batch.Outdated)
        {
            answered(message, IsDone(place, failures));
        }
    }

    private static bool IsDone(int place, IReadOnlyList<EntryFailure> failures)
    {
        // By hand: what a lambda captures would be made for each message, and nearly always nothing has failed.
        for (var index = 0; index < failures.Count; index++)
        {
            if (failures[index].Index == place)
            {
                return false;
            }
        }

        return true;
    }

    private void Close(Batch? batch)
    {
        if (_open == batch)
        {
            _open = null;
        }

        batch?.Closed.TrySetResult();
    }

    private sealed class Batch(Batcher batcher)
    {
        public List<SettlingMessage> Messages { get; } = new(IMessageQueue.BatchSize);

        /// <summary>Receives of a message that a newer one of the same batch speaks for, and the place of that.</summary>
        public List<(SettlingMessage Message, int Place)> Outdated { get; } = [];

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Add(SettlingMessage message)
        {
            var place = PlaceOf(message.Message.MessageId);
            if (place == Messages.Count)
            {
                Messages.Add(message);
                return;
            }

            var other = Messages[place];
            var isNewer = message.Message.ReceiveCount > other.Message.ReceiveCount;
            Messages[place] = isNewer ? message : other;
            Outdated.Add((isNewer ? other : message, place));
        }

        public void Expire()
        {
            lock (batcher._lock)
            {
                batcher.Close(this);
            }
        }

        private int PlaceOf(string messageId)
        {
            var place = 0;
            while (place < Messages.Count && Messages[place].Message.MessageId != messageId)
            {
                place++;
            }

            return place;
        }
    }
}
