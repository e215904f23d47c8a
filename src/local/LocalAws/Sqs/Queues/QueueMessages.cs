using LocalAws.Faults;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// What a queue does with its messages. One is here from when it is sent until it is deleted, purged, kept for the whole retention or,
/// received too often, moved to the dead-letter queue.
/// </summary>
internal sealed class QueueMessages(StandardQueue queue, QueueRegistry queues, TimeProvider time)
{
    /// <summary>AWS's limit of messages in flight in a standard queue.</summary>
    public const int MostInFlight = 120_000;

    private static readonly TimeSpan LongestInFlight = TimeSpan.FromHours(12);
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly MessageStore _messages = new();
    private readonly LongPolls _polls = new(time);
    private readonly long _tag = BitConverter.ToInt64(Guid.NewGuid().ToByteArray());
    private DateTimeOffset? _purgedAt;
    private bool _isDeleted;

    public QueueCounts Counts
    {
        get
        {
            lock (_lock)
            {
                Advance();
                return new QueueCounts(_messages.Visible, _messages.InFlight, _messages.Delayed);
            }
        }
    }

    /// <summary>Takes in a message; it is visible after the delay, by default the queue's.</summary>
    public void Send(Message message, TimeSpan? delay = null)
    {
        lock (_lock)
        {
            var now = Advance();
            var queued = _messages.Add(message);
            var wait = delay ?? queue.Attributes.Delay;
            if (wait > TimeSpan.Zero)
            {
                _messages.Hide(queued, MessageState.Delayed, now + wait);
            }

            WakePolls();
        }
    }

    /// <summary>
    /// Hands out visible messages and hides them for the visibility timeout. With none to hand out it waits for the first, for at
    /// most the wait time; cancellation ends the wait early and empty.
    /// </summary>
    /// <exception cref="Http.AwsException">The queue was deleted, or a short poll meets too many messages in flight.</exception>
    public async ValueTask<IReadOnlyList<Receipt>> ReceiveAsync(
        int most, TimeSpan? visibilityTimeout, TimeSpan? wait, RequestFaults? faults, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var end = start + (wait ?? queue.Attributes.ReceiveWait);
        Poll? poll = null;
        while (true)
        {
            List<Receipt> receipts = [];
            List<DeadLetter> deadLetters = [];
            lock (_lock)
            {
                _polls.Remove(poll);
                var now = Advance();
                if (end == start && _messages.InFlight >= MostInFlight)
                {
                    throw SqsErrors.TooManyInFlight(MostInFlight);
                }

                Take(now, most, visibilityTimeout ?? queue.Attributes.VisibilityTimeout, faults, receipts, deadLetters);
                poll = receipts.Count > 0 || now >= end || cancellationToken.IsCancellationRequested
                    ? null
                    : _polls.Add(_messages.NextVisibleAt is { } next && next < end ? next : end);
            }

            deadLetters.ForEach(letter => letter.Queue.Messages.Send(letter.Message, TimeSpan.Zero));
            if (poll is null)
            {
                return receipts;
            }

            await poll.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Deletes the message that the handle is the latest receipt of; without one, nothing happens.</summary>
    /// <exception cref="Http.AwsException">The handle is none of this queue's.</exception>
    public void Delete(string receiptHandle)
    {
        var handle = Parse(receiptHandle);
        lock (_lock)
        {
            Advance();
            if (Find(handle) is { } message)
            {
                _messages.Remove(message);
                WakePolls();
            }
        }
    }

    /// <summary>Hides the message for this long from now, or shows it at once.</summary>
    /// <exception cref="Http.AwsException">
    /// The handle is not the latest receipt, the message is not in flight, or it would be for more than 12 hours.
    /// </exception>
    public void ChangeVisibility(string receiptHandle, TimeSpan timeout)
    {
        var handle = Parse(receiptHandle);
        lock (_lock)
        {
            var now = Advance();
            var message = Find(handle) ?? throw SqsErrors.InvalidParameter(
                "ReceiptHandle", receiptHandle, "Message does not exist or is not available for visibility timeout change.");
            if (message.State is not MessageState.InFlight)
            {
                throw SqsErrors.MessageNotInflight();
            }

            if (now + timeout > message.ReceivedAt + LongestInFlight)
            {
                throw SqsErrors.InvalidParameter(
                    "VisibilityTimeout",
                    timeout.TotalSeconds,
                    $"Total VisibilityTimeout for the message is beyond the limit [{LongestInFlight.TotalSeconds} seconds]");
            }

            _messages.Hide(message, MessageState.InFlight, now + timeout);
            Advance();
            WakePolls();
        }
    }

    /// <summary>Ends the handle's hold on its message, if it has one, and shows the message.</summary>
    /// <exception cref="Http.AwsException">The handle is none of this queue's.</exception>
    public void Expire(string receiptHandle)
    {
        var handle = Parse(receiptHandle);
        lock (_lock)
        {
            Advance();
            if (Find(handle) is { } message)
            {
                message.HasExpiredReceipt = true;
                _messages.Show(message);
                WakePolls();
            }
        }
    }

    /// <summary>Takes the first visible message out for good, if there is one; it stays when the check throws.</summary>
    public Message? TakeOut(Action<Message> check)
    {
        lock (_lock)
        {
            Advance();
            if (_messages.FirstVisible is not { } first)
            {
                return null;
            }

            check(first.Message);
            _messages.Remove(first);
            return first.Message;
        }
    }

    /// <exception cref="Http.AwsException">The last purge is less than a minute ago.</exception>
    public void Purge()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now < _purgedAt + PurgeInterval)
            {
                throw SqsErrors.PurgeQueueInProgress(queue.Name.Name);
            }

            _purgedAt = now;
            _messages.Clear();
        }
    }

    /// <summary>Forgets everything. Receives that wait learn that there is no such queue.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isDeleted = true;
            _messages.Clear();
            _polls.WakeAll();
        }
    }

    private DateTimeOffset Advance()
    {
        if (_isDeleted)
        {
            throw SqsErrors.QueueDoesNotExist();
        }

        var now = time.GetUtcNow();
        _messages.Advance(now, queue.Attributes.Retention);
        return now;
    }

    private void Take(
        DateTimeOffset now,
        int most,
        TimeSpan visibilityTimeout,
        RequestFaults? faults,
        List<Receipt> receipts,
        List<DeadLetter> deadLetters)
    {
        while (receipts.Count < most && _messages.InFlight < MostInFlight && Next(faults) is { } message)
        {
            if (DeadLetterQueueOf(message) is { } deadLetterQueue)
            {
                // Sent there only after this queue's lock is released: two queues may be each other's dead-letter queue.
                deadLetters.Add(new DeadLetter(deadLetterQueue, message.AsDeadLetter(queue.Name.Arn)));
                _messages.Remove(message);
                continue;
            }

            receipts.Add(message.Receive(_tag, now));
            if (faults?.Strikes(FaultKind.Duplicate) == true)
            {
                _messages.Show(message);
                continue;
            }

            _messages.Hide(message, MessageState.InFlight, now + visibilityTimeout);
        }

        if (receipts.Count > 0)
        {
            WakePolls();
        }
    }

    private QueuedMessage? Next(RequestFaults? faults)
    {
        if (_messages.Visible > 1 && faults?.Strikes(FaultKind.Reorder) == true)
        {
            _messages.Show(_messages.FirstVisible!);
        }

        return _messages.FirstVisible;
    }

    private StandardQueue? DeadLetterQueueOf(QueuedMessage message) =>
        queue.Attributes.RedrivePolicy is { } policy && message.ReceiveCount >= policy.MaxReceiveCount
            ? queues.Find(policy.DeadLetterTargetArn)
            : null;

    private ReceiptHandle Parse(string receiptHandle) =>
        ReceiptHandle.Parse(receiptHandle) is { } handle && handle.Queue == _tag
            ? handle
            : throw SqsErrors.ReceiptHandleIsInvalid(receiptHandle);

    private QueuedMessage? Find(ReceiptHandle handle) =>
        _messages.Find(handle.Sequence) is { HasExpiredReceipt: false } message && message.ReceiveCount == handle.ReceiveCount
            ? message
            : null;

    /// <summary>
    /// Wakes one poll for what is visible (it wakes the next if it leaves something), and all that would sleep past what will be.
    /// </summary>
    private void WakePolls()
    {
        if (_messages.Visible > 0)
        {
            _polls.WakeFirst();
        }

        if (_messages.NextVisibleAt is { } next)
        {
            _polls.WakeIfAsleepAt(next);
        }
    }
}
