using LocalAws.Sqs.Data;
using LocalAws.Sqs.Fifo;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// What a queue does with its messages. One is here from when it is sent until it is deleted, purged, kept for the whole retention or,
/// received too often, moved to the dead-letter queue.
/// </summary>
internal sealed class QueueMessages
{
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly SqsQueue _queue;
    private readonly TimeProvider _time;
    private readonly MessageStore _messages;
    private readonly LongPolls _polls;
    private readonly MessageTaker _taker;
    private readonly MessageReceipts _receipts;
    private readonly DeadLetterMoves _deadLetters = new();
    private readonly Deduplication _deduplication;
    private DateTimeOffset? _purgedAt;
    private bool _isDeleted;

    public QueueMessages(SqsQueue queue, QueueRegistry queues, TimeProvider time, MessagesState? saved = null)
    {
        _queue = queue;
        _time = time;
        _polls = new LongPolls(time);
        _deduplication = new Deduplication(queue);
        _messages = new MessageStore(queue.IsFifo ? new GroupedLine() : new StandardLine());
        _receipts = new MessageReceipts(queue, _messages);
        _taker = new MessageTaker(queue, _messages, queues, _deadLetters);
        if (saved is not null)
        {
            _purgedAt = saved.PurgedAt;
            _messages.Restore(saved);
            _deduplication.Restore(saved.Deduplication);
        }
    }

    /// <summary>Keeps what is leaving for the dead-letter queue where it is; to be entered before <see cref="Gate"/>, of any queue.</summary>
    public Lock LeavingGate => _deadLetters.Gate;

    /// <summary>Keeps the messages as they are.</summary>
    public Lock Gate => _lock;

    public QueueCounts Counts
    {
        get
        {
            lock (_lock)
            {
                Advance();
                return _messages.Counts;
            }
        }
    }

    /// <summary>
    /// Takes in a message; it is visible after the delay, by default the queue's. A FIFO queue takes no duplicate, and answers as it did
    /// when the message was sent first.
    /// </summary>
    public SentMessage Send(Message message, TimeSpan? delay = null)
    {
        lock (_lock)
        {
            var now = Advance();
            if (_deduplication.Find(message, now) is { } first)
            {
                return first;
            }

            var queued = _messages.Add(message, now);
            var sent = new SentMessage(message.MessageId, queued.SequenceNumber);
            _deduplication.Remember(message, sent, now);
            if (now + (delay ?? _queue.Attributes.Delay) is var until && until > now)
            {
                _messages.Hide(queued, MessageState.Delayed, until);
            }

            WakePolls();
            return sent;
        }
    }

    /// <summary>Takes in a message from another queue: it is visible at once, and no duplicate.</summary>
    public void TakeIn(Message message) => Change(now => _messages.Add(message, now));

    /// <summary>
    /// Hands out visible messages and hides them for the visibility timeout. With none to hand out it waits for the first, for at
    /// most the wait time; cancellation ends the wait early and empty.
    /// </summary>
    /// <exception cref="Http.AwsException">The queue was deleted, or a short poll meets too many messages in flight.</exception>
    public async ValueTask<IReadOnlyList<Receipt>> ReceiveAsync(ReceiveOptions options, CancellationToken cancellationToken)
    {
        var start = _time.GetUtcNow();
        var end = start + (options.Wait ?? _queue.Attributes.ReceiveWait);
        Poll? poll = null;
        while (true)
        {
            IReadOnlyList<Receipt> receipts;
            lock (_lock)
            {
                _polls.Remove(poll);
                var now = Advance();
                receipts = _taker.Take(options, isShortPoll: end == start, now);
                if (receipts.Count > 0)
                {
                    WakePolls();
                }

                poll = receipts.Count > 0 || now >= end || cancellationToken.IsCancellationRequested
                    ? null
                    : _polls.Add(_messages.NextVisibleAt is { } next && next < end ? next : end);
            }

            _deadLetters.Finish();
            if (poll is null)
            {
                return receipts;
            }

            await poll.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc cref="MessageReceipts.Delete"/>
    public void Delete(string receiptHandle) => Change(_ => _receipts.Delete(receiptHandle));

    /// <inheritdoc cref="MessageReceipts.Hide"/>
    public void Hide(string receiptHandle, TimeSpan timeout) => Change(now => _receipts.Hide(receiptHandle, timeout, now));

    /// <inheritdoc cref="MessageReceipts.Expire"/>
    public void Expire(string receiptHandle) => Change(now => _receipts.Expire(receiptHandle, now));

    /// <summary>Takes the first message in line out for good, if there is one; it stays when the check throws.</summary>
    public Message? TakeOut(Action<Message> check)
    {
        lock (_lock)
        {
            Advance();
            if (_messages.First is not { } first)
            {
                return null;
            }

            check(first.Message);
            _messages.Remove(first);
            return first.Message;
        }
    }

    /// <summary>Gives the messages that were sent here and never received the delay that the queue has now, as FIFO queues do.</summary>
    public void DelayAnew() => Change(_ =>
    {
        foreach (var queued in _messages.All.Where(message => message is { ReceiveCount: 0, Message.DeadLetterSourceArn: null }))
        {
            _messages.Hide(queued, MessageState.Delayed, queued.Message.SentAt + _queue.Attributes.Delay);
        }
    });

    /// <exception cref="Http.AwsException">The last purge is less than a minute ago.</exception>
    public void Purge()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now < _purgedAt + PurgeInterval)
            {
                throw SqsErrors.PurgeQueueInProgress(_queue.Name.Name);
            }

            _purgedAt = now;
            Clear();
        }
    }

    /// <summary>What is to be saved.</summary>
    public MessagesState Save()
    {
        lock (_lock)
        {
            return new MessagesState(
                _queue.ReceiptTag,
                _messages.LastSequence,
                _purgedAt,
                _messages.Save(),
                [.. _deadLetters.Leaving.Select(letter => new DeadLetterState(letter.Queue.Name.Arn, letter.Message))],
                _deduplication.Save());
        }
    }

    /// <summary>Sends on what was leaving when it was saved; where its dead-letter queue is gone, so is the message.</summary>
    public void Resume(IEnumerable<DeadLetter> leaving)
    {
        foreach (var letter in leaving)
        {
            _deadLetters.Add(letter);
        }

        _deadLetters.Finish();
    }

    /// <summary>Forgets everything. Receives that wait learn that there is no such queue.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isDeleted = true;
            Clear();
            _polls.WakeAll();
        }
    }

    private void Change(Action<DateTimeOffset> change)
    {
        lock (_lock)
        {
            change(Advance());
            Advance();
            WakePolls();
        }
    }

    private void Clear()
    {
        _messages.Clear();
        _deduplication.Clear();
        _taker.Forget();
    }

    private DateTimeOffset Advance()
    {
        if (_isDeleted)
        {
            throw SqsErrors.QueueDoesNotExist();
        }

        var now = _time.GetUtcNow();
        _messages.Advance(now, _queue.Attributes.Retention);
        return now;
    }

    /// <summary>
    /// Wakes one poll for what there is to get (it wakes the next if it leaves something), and all that would sleep past what will be.
    /// </summary>
    private void WakePolls()
    {
        if (_messages.First is not null)
        {
            _polls.WakeFirst();
        }

        if (_messages.NextVisibleAt is { } next)
        {
            _polls.WakeIfAsleepAt(next);
        }
    }
}
