using Workers.Engine.Queues;

namespace Workers.Testing;

/// <summary>
/// SQS in memory, on the spec's clock: visibility, receipts, receive counts, groups and long polls as SQS has them; it records every call.
/// </summary>
internal sealed class FakeMessageQueue(FakeTime time) : IMessageQueue
{
    public static readonly TimeSpan VisibilityTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan WaitTime = TimeSpan.FromSeconds(20);

    private readonly List<Stored> _messages = [];
    private TaskCompletionSource _arrived = new();
    private int _receipts;

    /// <summary>The ids of what is in the queue, visible or not.</summary>
    public IEnumerable<string> Messages => _messages.Select(message => message.Id);

    public IEnumerable<string> Invisible => _messages.Where(message => message.VisibleAt > time.Elapsed).Select(message => message.Id);

    /// <summary>What is in the queue, and when SQS would hand it out again.</summary>
    public IEnumerable<QueuedMessage> Waiting => _messages.Select(message => new QueuedMessage(
        message.Id, message.Body, message.ReceiveCount, TimeSpan.FromTicks(Math.Max(0, (message.VisibleAt - time.Elapsed).Ticks))));

    public List<DeadLetter> DeadLetters { get; } = [];

    /// <summary>What was sent to the queue again, and with which delay.</summary>
    public List<DelayedCopy> SentAgain { get; } = [];

    /// <summary>How many messages each receive asked for.</summary>
    public List<int> Receives { get; } = [];

    public List<string[]> Deletes { get; } = [];

    public List<VisibilityChange[]> VisibilityChanges { get; } = [];

    public IEnumerable<VisibilityChange[]> Extensions => VisibilityChanges.Where(call => call[0].Visibility == VisibilityTimeout);

    public IEnumerable<VisibilityChange> ShownAgain => VisibilityChanges.SelectMany(call => call).Where(change => change.Visibility != VisibilityTimeout);

    /// <summary>How often a message was to be hidden for longer than 12 hours after its receive.</summary>
    public int Refusals { get; private set; }

    public int OpenPolls { get; private set; }

    public int MostOpenPolls { get; private set; }

    /// <summary>Why a receive fails, if it does.</summary>
    public Func<Exception?> ReceiveFailure { get; set; } = () => null;

    /// <summary>Whether a receive is never answered.</summary>
    public Func<bool> ReceiveHangs { get; set; } = () => false;

    /// <summary>Why a call fails as a whole, if it does, by its name.</summary>
    public Func<string, Exception?> CallFailure { get; set; } = _ => null;

    /// <summary>The code with which an entry fails, if it does, by the call's name.</summary>
    public Func<string, ReceivedMessage, string?> EntryFailure { get; set; } = (_, _) => null;

    /// <summary>How long a call takes, by its name; it takes effect at its end.</summary>
    public Func<string, TimeSpan> Takes { get; set; } = _ => TimeSpan.Zero;

    /// <summary>How long the answer to a receive is on its way.</summary>
    public TimeSpan ReceiveTakes { get; set; }

    /// <summary>Messages whose bodies are their ids.</summary>
    public FakeMessageQueue Holds(params IEnumerable<string> bodies)
    {
        _messages.AddRange(bodies.Select(body => new Stored(body, body, time.GetUtcNow())));
        WakePolls();
        return this;
    }

    /// <summary>One message.</summary>
    public void Add(string id, string body)
    {
        _messages.Add(new Stored(id, body, time.GetUtcNow()));
        WakePolls();
    }

    /// <summary>Messages of one group of a FIFO queue, their bodies their ids.</summary>
    public FakeMessageQueue HoldsInGroup(string group, params IEnumerable<string> bodies)
    {
        _messages.AddRange(bodies.Select(body => new Stored(body, body, time.GetUtcNow()) { Group = group }));
        WakePolls();
        return this;
    }

    /// <summary>A message that has been received before; polls that are open do not see it come.</summary>
    public FakeMessageQueue HoldsReceived(string body, int times)
    {
        _messages.Add(new Stored(body, body, time.GetUtcNow()) { ReceiveCount = times });
        return this;
    }

    /// <summary>SQS hands a message out again although it should not, or because a receipt ran out unnoticed.</summary>
    public void ShowsAgain(string id)
    {
        _messages.Single(message => message.Id == id).VisibleAt = TimeSpan.Zero;
        WakePolls();
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int atMost, CancellationToken cancellationToken)
    {
        lock (_messages)
        {
            Receives.Add(atMost);
            MostOpenPolls = Math.Max(MostOpenPolls, ++OpenPolls);
        }

        try
        {
            if (ReceiveFailure() is { } failure)
            {
                throw failure;
            }

            if (ReceiveHangs())
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            }

            var received = await PollAsync(atMost, time.Elapsed + WaitTime, cancellationToken);
            await Task.Delay(ReceiveTakes, time, cancellationToken);
            return received;
        }
        finally
        {
            lock (_messages)
            {
                OpenPolls--;
            }
        }
    }

    public async Task<IReadOnlyList<EntryFailure>> DeleteAsync(
        IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken)
    {
        lock (_messages)
        {
            Deletes.Add([.. messages.Select(message => message.MessageId)]);
        }

        var failures = await CallAsync("delete", messages, (stored, _) => _messages.Remove(stored), cancellationToken);
        if (messages.Any(message => message.GroupId is not null))
        {
            WakePolls();   // the group goes on
        }

        return failures;
    }

    public async Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken)
    {
        lock (_messages)
        {
            VisibilityChanges.Add([.. changes]);
        }

        var failures = await CallAsync(
            "change",
            [.. changes.Select(change => change.Message)],
            (stored, index) => Hide(stored, TimeSpan.FromSeconds(changes[index].Seconds)),
            cancellationToken);
        WakePolls();
        return failures;
    }

    public async Task<IReadOnlyList<EntryFailure>> SendAgainAsync(
        IReadOnlyList<DelayedCopy> copies, CancellationToken cancellationToken)
    {
        var failures = await CallAsync(
            "send again", [.. copies.Select(copy => copy.Message)], (_, index) => Send(copies[index]), cancellationToken);
        WakePolls();   // an open poll brings what becomes visible while it waits
        return failures;
    }

    public async Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(
        IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken) =>
        await CallAsync(
            "send", [.. letters.Select(letter => letter.Message)], (_, index) => DeadLetters.Add(letters[index]), cancellationToken);

    private void Send(DelayedCopy copy)
    {
        SentAgain.Add(copy);
        var visibleAt = time.Elapsed + TimeSpan.FromSeconds(copy.Seconds);
        _messages.Add(new Stored($"{copy.Message.MessageId}+", copy.Message.Body, time.GetUtcNow()) { VisibleAt = visibleAt });
    }

    private async Task<IReadOnlyList<ReceivedMessage>> PollAsync(int atMost, TimeSpan until, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan next;
            lock (_messages)
            {
                var locked = _messages.Where(message => message.VisibleAt > time.Elapsed).Select(message => message.Group).OfType<string>().ToHashSet();
                var visible = _messages
                    .Where(message => message.VisibleAt <= time.Elapsed && (message.Group is null || !locked.Contains(message.Group)))
                    .Take(atMost)
                    .ToList();
                if (visible.Count > 0 || time.Elapsed >= until)
                {
                    return visible.ConvertAll(HandOut);
                }

                next = _messages.Select(message => message.VisibleAt).Where(visibleAt => visibleAt > time.Elapsed).Append(until).Min();
            }

            await _arrived.Task.WaitAsync(next - time.Elapsed, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void WakePolls() => Interlocked.Exchange(ref _arrived, new TaskCompletionSource()).SetResult();

    private void Hide(Stored message, TimeSpan visibility)
    {
        if (time.Elapsed + visibility > message.ReceivedAt + TimeSpan.FromHours(12))
        {
            Refusals++;
            return;
        }

        message.VisibleAt = time.Elapsed + visibility;
    }

    private ReceivedMessage HandOut(Stored message)
    {
        message.VisibleAt = time.Elapsed + VisibilityTimeout;
        message.ReceivedAt = time.Elapsed;
        message.FirstReceivedAt ??= time.GetUtcNow();
        message.Receipt = $"receipt-{++_receipts}";
        return new(message.Id, message.Receipt, message.Body, ++message.ReceiveCount, message.FirstReceivedAt.Value, message.SentAt, message.Group);
    }

    private async Task<IReadOnlyList<EntryFailure>> CallAsync(
        string call, IReadOnlyList<ReceivedMessage> messages, Action<Stored, int> act, CancellationToken cancellationToken)
    {
        await Task.Delay(Takes(call), time, cancellationToken);
        if (CallFailure(call) is { } failure)
        {
            throw failure;
        }

        lock (_messages)
        {
            return Settle(call, messages, act);
        }
    }

    private List<EntryFailure> Settle(string call, IReadOnlyList<ReceivedMessage> messages, Action<Stored, int> act)
    {
        List<EntryFailure> failures = [];
        for (var index = 0; index < messages.Count; index++)
        {
            var stored = _messages.Find(message => message.Receipt == messages[index].ReceiptHandle);
            if (EntryFailure(call, messages[index]) is { } code)
            {
                failures.Add(new(index, code, code == "ReceiptHandleIsInvalid"));
            }
            else if (stored is not null && (call != "change" || stored.VisibleAt > time.Elapsed))
            {
                act(stored, index);
            }
            else if (call == "change")
            {
                failures.Add(new(index, "ReceiptHandleIsInvalid", ReceiptIsGone: true));
            }
        }

        return failures;
    }

    private sealed class Stored(string id, string body, DateTimeOffset sentAt)
    {
        public string Id { get; } = id;

        public string Body { get; } = body;

        public DateTimeOffset SentAt { get; } = sentAt;

        public DateTimeOffset? FirstReceivedAt { get; set; }

        public string? Group { get; init; }

        public string? Receipt { get; set; }

        public int ReceiveCount { get; set; }

        public TimeSpan VisibleAt { get; set; }

        public TimeSpan ReceivedAt { get; set; }
    }
}
