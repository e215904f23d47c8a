using LocalAws.Faults;
using LocalAws.Sqs.Fifo;

namespace LocalAws.Sqs.Queues;

/// <summary>What a receive asks for.</summary>
/// <param name="Most">How many messages at most.</param>
/// <param name="VisibilityTimeout">How long they are hidden; by default as long as the queue says.</param>
/// <param name="Wait">How long it waits for the first; by default as long as the queue says.</param>
/// <param name="AttemptId">By which a FIFO queue knows the same receive again.</param>
/// <param name="Faults">What is to go wrong with it.</param>
internal sealed record ReceiveOptions(int Most, TimeSpan? VisibilityTimeout, TimeSpan? Wait, string? AttemptId, RequestFaults? Faults);

/// <summary>
/// Takes messages for a receive, and those that were received too often for the dead-letter queue. Not safe for concurrent use: the queue
/// locks.
/// </summary>
internal sealed class MessageTaker(SqsQueue queue, MessageStore messages, QueueRegistry queues, DeadLetterMoves deadLetters)
{
    /// <summary>AWS's limit of messages in flight in a queue.</summary>
    public const int MostInFlight = 120_000;

    private readonly ReceiveAttempts _attempts = new();

    /// <exception cref="Http.AwsException">A short poll of a standard queue meets too many messages in flight.</exception>
    public IReadOnlyList<Receipt> Take(ReceiveOptions options, bool isShortPoll, DateTimeOffset now)
    {
        // A FIFO queue that has reached the limit says nothing, and hands out nothing.
        if (isShortPoll && messages.InFlight >= MostInFlight && !queue.IsFifo)
        {
            throw SqsErrors.TooManyInFlight(MostInFlight);
        }

        var hiddenUntil = now + (options.VisibilityTimeout ?? queue.Attributes.VisibilityTimeout);
        var taken = _attempts.Find(options.AttemptId, now);
        if (taken.Count == 0)
        {
            // What FIFO queues promise, no fault breaks.
            taken = TakeVisible(options.Most, hiddenUntil, queue.IsFifo ? null : options.Faults, now);
        }
        else
        {
            foreach (var (message, _) in taken)
            {
                messages.Hide(message, MessageState.InFlight, hiddenUntil);
            }
        }

        _attempts.Remember(options.AttemptId, taken, now);
        return [.. taken.Select(message => message.Receipt)];
    }

    /// <summary>Forgets what receives got.</summary>
    public void Forget() => _attempts.Clear();

    private List<Taken> TakeVisible(int most, DateTimeOffset hiddenUntil, RequestFaults? faults, DateTimeOffset now)
    {
        List<Taken> taken = [];
        var next = First(faults);
        while (next is { } message && taken.Count < most && messages.InFlight < MostInFlight)
        {
            next = messages.After(message);
            if (DeadLetterQueueOf(message) is { } deadLetterQueue)
            {
                deadLetters.Add(new DeadLetter(deadLetterQueue, message.AsDeadLetter(queue, now)));
                messages.Remove(message);
            }
            else
            {
                var receipt = message.Receive(queue.ReceiptTag, now);
                Hide(message, hiddenUntil, faults);
                taken.Add(new Taken(message, receipt));
            }

            next ??= First(faults);
        }

        return taken;
    }

    private void Hide(QueuedMessage message, DateTimeOffset until, RequestFaults? faults)
    {
        if (faults?.Strikes(FaultKind.Duplicate) == true)
        {
            messages.MoveToEnd(message);
            return;
        }

        messages.Hide(message, MessageState.InFlight, until);
    }

    private QueuedMessage? First(RequestFaults? faults)
    {
        if (messages.Counts.Visible > 1 && faults?.Strikes(FaultKind.Reorder) == true)
        {
            messages.MoveToEnd(messages.First!);
        }

        return messages.First;
    }

    private SqsQueue? DeadLetterQueueOf(QueuedMessage message) =>
        queue.Attributes.RedrivePolicy is { } policy && message.ReceiveCount >= policy.MaxReceiveCount
            ? queues.Find(policy.DeadLetterTargetArn)
            : null;
}
