using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Fifo;

/// <summary>
/// What receives got that named their attempt. Whoever did not get the answer asks again with the same id, within five minutes, and gets
/// the same messages with the same handles.
/// </summary>
internal sealed class ReceiveAttempts
{
    private readonly DeduplicationInterval<IReadOnlyList<Taken>> _attempts = new();

    /// <summary>The messages of that attempt; none when it got none, or one was deleted, changed or shown again since.</summary>
    public IReadOnlyList<Taken> Find(string? attemptId, DateTimeOffset now) =>
        attemptId is not null && _attempts.Find(attemptId, now) is { } taken && taken.All(message => message.IsUntouched) ? taken : [];

    public void Remember(string? attemptId, IReadOnlyList<Taken> taken, DateTimeOffset now)
    {
        if (attemptId is not null)
        {
            _attempts.Set(attemptId, [.. taken.Select(message => new Taken(message.Message, message.Receipt))], now);
        }
    }

    public void Clear() => _attempts.Clear();
}

/// <summary>A message as a receive got it.</summary>
internal sealed record Taken(QueuedMessage Message, Receipt Receipt)
{
    private readonly DateTimeOffset _hiddenUntil = Message.VisibleAt;

    /// <summary>Whether nothing has become of the message since.</summary>
    public bool IsUntouched =>
        Message is { IsGone: false, State: MessageState.InFlight, HasExpiredReceipt: false }
        && Message.ReceiveCount == Receipt.Handle.ReceiveCount
        && Message.VisibleAt == _hiddenUntil;
}
