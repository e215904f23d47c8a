using Workers.Engine.Queues;

namespace Workers.Engine.Settling;

/// <summary>
/// Gathers single entries into batch calls: a batch is sent when it is full, when its linger passes, or at once when there
/// is nothing to wait for.
/// </summary>
/// <param name="call">Sends a batch.</param>
/// <param name="messageId">Of an entry: when a message comes twice in one batch, the newer entry takes the older one's place.</param>
/// <param name="hurries">Whether there is nothing to wait for.</param>
/// <param name="context">The consumer's.</param>
internal sealed class Batcher<T>(
    BatchCall<T> call, Func<T, string> messageId, Func<bool> hurries, ConsumerContext context)
{
    private readonly Lock _lock = new();
    private Batch? _open;

    /// <summary>Adds an entry to the open batch, and waits until that has been sent.</summary>
    /// <returns>Whether SQS carried the entry out.</returns>
    public async Task<bool> AddAsync(T entry)
    {
        var (sending, index) = Join(entry);
        var sent = await sending;
        return sent[index];
    }

    /// <summary>Sends what has been gathered.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            Close(_open);
        }
    }

    private (Task<IReadOnlyList<bool>> Sending, int Index) Join(T entry)
    {
        lock (_lock)
        {
            var batch = _open ??= Open();
            var index = batch.Entries.FindIndex(other => messageId(other) == messageId(entry));
            if (index >= 0)
            {
                batch.Entries[index] = entry;
            }
            else
            {
                index = batch.Entries.Count;
                batch.Entries.Add(entry);
            }

            if (batch.Entries.Count == IMessageQueue.BatchSize || hurries())
            {
                Close(batch);
            }

            return (batch.Sending, index);
        }
    }

    private Batch Open()
    {
        var batch = new Batch();
        batch.Sending = SendAsync(batch);
        return batch;
    }

    private async Task<IReadOnlyList<bool>> SendAsync(Batch batch)
    {
        using (context.Time.CreateTimer(_ => Expire(batch), null, context.Options.DeleteLinger, Timeout.InfiniteTimeSpan))
        {
            await batch.Closed.Task;
        }

        return await call.SendAsync(batch.Entries);
    }

    private void Expire(Batch batch)
    {
        lock (_lock)
        {
            Close(batch);
        }
    }

    private void Close(Batch? batch)
    {
        if (_open == batch)
        {
            _open = null;
        }

        batch?.Closed.TrySetResult();
    }

    private sealed class Batch
    {
        public List<T> Entries { get; } = new(IMessageQueue.BatchSize);

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IReadOnlyList<bool>> Sending { get; set; } = null!;
    }
}
