using Workers.Engine.Queues;
using Workers.Testing;

namespace Workers.Simulation;

/// <summary>
/// SQS in memory, on the schedule's clock: calls take time, fail as a whole or in part, before or after they took effect;
/// messages come twice. It watches what it is asked.
/// </summary>
internal sealed class SimulatedQueue(FakeTime time, Random random, Invariants invariants, Plant plant) : IMessageQueue
{
    public static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan WaitTime = TimeSpan.FromSeconds(20);

    /// <summary>A lease that was lost may have ended in the engine's eyes, but not yet in SQS's: by its margin and the way of a call.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, SimulatedMessage> _messages = [];
    private readonly HashSet<string> _settled = [];
    private TaskCompletionSource _arrived = new();
    private int _receipts;
    private int _sent;

    /// <summary>Nothing fails any more.</summary>
    public bool IsCalm { get; set; }

    public bool IsEmpty => _messages.Count == 0;

    public SimulatedMessage? Find(string id) => _messages.GetValueOrDefault(id);

    public void Send(string id, string? group = null)
    {
        _messages.Add(id, new SimulatedMessage(id, body: id, group, ++_sent));
        Wake();
    }

    /// <summary>Whether all of its group that came before it is done.</summary>
    public bool IsItsTurn(SimulatedMessage message) =>
        message.Group is null
        || _messages.Values.Where(other => other.Group == message.Group && other.Number < message.Number).All(other => other.IsDone);

    /// <summary>SQS hands out again what it should not.</summary>
    public void ShowAgainWrongly()
    {
        if (_messages.Values.FirstOrDefault(message => message.VisibleAt > time.Elapsed) is { } unlucky)
        {
            unlucky.VisibleAt = time.Elapsed;
            unlucky.MaySettleLate = true;
            Wake();
        }
    }

    /// <summary>The consumer has drained: nothing that was its own may be invisible.</summary>
    public void CheckDrained()
    {
        foreach (var message in _messages.Values)
        {
            var isStranded = message is { IsHeld: true, IsLeaseInDoubt: false, FailedSettles: < 5 }
                && message.VisibleAt > time.Elapsed + Doubt;
            invariants.Check(!isStranded, $"{message.Id} is invisible after the drain");

            message.ForgetDeletes();
        }
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int atMost, CancellationToken cancellationToken)
    {
        FailSometimes(0.03);
        var received = await PollAsync(plant == Plant.IgnoreRoom ? IMessageQueue.BatchSize : atMost, cancellationToken);
        await TakeAsync(1.5, cancellationToken);
        FailSometimes(0.01);
        return received.ConvertAll(Deliver);
    }

    public async Task<IReadOnlyList<EntryFailure>> DeleteAsync(
        IReadOnlyList<ReceivedMessage> messages, CancellationToken cancellationToken)
    {
        var failures = await SettleAsync(
            messages, (message, _) => Delete(message), (message, receipt, isDone) => message.DeleteAnswered(receipt, isDone), cancellationToken);
        return plant == Plant.ForgetFailedDeletes ? [] : failures;
    }

    public Task<IReadOnlyList<EntryFailure>> ChangeVisibilityAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken) =>
        changes[0].Visibility == Visibility ? ExtendAsync(changes, cancellationToken) : SettleAsync(
            [.. changes.Select(change => change.Message)],
            (message, index) => ShowAgain(message, changes[index]),
            (_, _, _) => { },
            cancellationToken);

    public Task<IReadOnlyList<EntryFailure>> SendAgainAsync(IReadOnlyList<DelayedCopy> copies, CancellationToken cancellationToken) =>
        CopyAsync([.. copies.Select(copy => copy.Message)], "sent again", Plant.SwallowCopies, (message, index) => Send(message, copies[index]), cancellationToken);

    public Task<IReadOnlyList<EntryFailure>> DeadLetterAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken) =>
        CopyAsync([.. letters.Select(letter => letter.Message)], "dead-lettered", Plant.SwallowDeadLetters, (_, _) => { }, cancellationToken);

    private async Task<IReadOnlyList<EntryFailure>> CopyAsync(
        IReadOnlyList<ReceivedMessage> messages, string what, Plant swallowed, Action<SimulatedMessage, int> copy, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            CheckLease(message, what);
        }

        await TakeAsync(1, cancellationToken);
        FailSometimes(0.1);
        List<EntryFailure> failures = [];
        foreach (var (index, entry) in messages.Index())
        {
            if (Fails(0.1))
            {
                failures.Add(new(index, "InternalError", ReceiptIsGone: false));
            }
            else if (plant != swallowed && Find(entry.MessageId) is { } message)
            {
                (message.IsDone, message.MaySettleLate) = (true, true);
                copy(message, index);
            }
        }

        return failures;
    }

    private void Send(SimulatedMessage message, DelayedCopy copy)
    {
        var sent = new SimulatedMessage($"{message.Id}+{++_sent}", message.Body, group: null, _sent) { VisibleAt = time.Elapsed + TimeSpan.FromSeconds(copy.Seconds) };
        _messages.Add(sent.Id, sent);
        Wake();
    }

    private async Task<List<SimulatedMessage>> PollAsync(int atMost, CancellationToken cancellationToken)
    {
        var until = time.Elapsed + WaitTime;
        while (true)
        {
            var visible = Visible().Take(atMost).ToList();
            if (visible.Count > 0 || time.Elapsed >= until)
            {
                visible.ForEach(message => message.HandOut($"receipt-{++_receipts}", time.Elapsed + Visibility));
                return visible;
            }

            var next = _messages.Values.Select(message => message.VisibleAt).Where(visibleAt => visibleAt > time.Elapsed).Append(until).Min();
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling((next - time.Elapsed).TotalMilliseconds));   // less is taken for none
            await _arrived.Task.WaitAsync(wait, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What SQS may hand out: of a group, in order, and only while none of it is in flight.</summary>
    private IEnumerable<SimulatedMessage> Visible()
    {
        var visible = _messages.Values.Where(message => message.VisibleAt <= time.Elapsed);
        if (_messages.Values.All(message => message.Group is null))
        {
            return visible;
        }

        var locked = _messages.Values.Where(message => message.VisibleAt > time.Elapsed).Select(message => message.Group).ToHashSet();
        return visible.Where(message => !locked.Contains(message.Group)).OrderBy(message => message.Number);
    }

    private ReceivedMessage Deliver(SimulatedMessage message)
    {
        message.IsHeld = true;
        return new(message.Id, message.Receipt!, message.Body, message.Receives, time.GetUtcNow(), time.GetUtcNow(), plant == Plant.ForgetGroups ? null : message.Group);
    }

    private async Task<IReadOnlyList<EntryFailure>> ExtendAsync(
        IReadOnlyList<VisibilityChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            CheckLease(change.Message, "extended");
        }

        await TakeAsync(1, cancellationToken);
        List<EntryFailure> failures = [];
        var isAnswerLost = Fails(0.05);
        foreach (var (index, change) in changes.Index())
        {
            var message = Current(change.Message);
            var fails = Fails(0.1);
            if (message is null || fails)
            {
                failures.Add(new(index, "ReceiptHandleIsInvalid", ReceiptIsGone: message is null || random.NextDouble() < 0.3));
            }
            else if (plant != Plant.NeverExtend)
            {
                message.VisibleAt = time.Elapsed + Visibility;
            }

            message?.IsLeaseInDoubt = fails || isAnswerLost;
        }

        return isAnswerLost ? throw Failure() : failures;
    }

    private async Task<IReadOnlyList<EntryFailure>> SettleAsync(
        IReadOnlyList<ReceivedMessage> messages,
        Action<SimulatedMessage, int> settle,
        Action<SimulatedMessage, string, bool> answer,
        CancellationToken cancellationToken)
    {
        foreach (var message in messages.Where(message => _settled.Add(message.ReceiptHandle)))
        {
            CheckLease(message, "settled");
        }

        await TakeAsync(1, cancellationToken);
        List<EntryFailure> failures = [];
        var isAnswerLost = Fails(0.05);
        foreach (var (index, entry) in messages.Index())
        {
            var message = Find(entry.MessageId);
            var fails = Fails(0.15);
            if (fails)
            {
                failures.Add(new(index, "InternalError", ReceiptIsGone: false));
            }
            else if (Current(entry) is { } current)
            {
                settle(current, index);
            }

            if (message is not null)
            {
                message.FailedSettles += fails || isAnswerLost ? 1 : 0;
                answer(message, entry.ReceiptHandle, !fails && !isAnswerLost);
            }
        }

        return isAnswerLost ? throw Failure() : failures;
    }

    private void Delete(SimulatedMessage message)
    {
        invariants.Check(message.IsDone, $"{message.Id} is lost: it is deleted, and nobody had said so");
        _messages.Remove(message.Id);
        if (message.Group is not null)
        {
            Wake();   // its group goes on
        }
    }

    private void ShowAgain(SimulatedMessage message, VisibilityChange change)
    {
        if (plant == Plant.StrandAtDrain && change.Visibility == TimeSpan.Zero)
        {
            return;
        }

        message.IsHeld = false;
        message.VisibleAt = time.Elapsed + TimeSpan.FromSeconds(change.Seconds);
        Wake();
    }

    private void CheckLease(ReceivedMessage receive, string what) => invariants.Check(
        Current(receive) is not null || Find(receive.MessageId) is null or { MaySettleLate: true },
        $"{receive.MessageId} is {what} without a lease");

    /// <summary>The message, while this receive of it is the newest and hides it.</summary>
    private SimulatedMessage? Current(ReceivedMessage receive) =>
        Find(receive.MessageId) is { } message && message.Receipt == receive.ReceiptHandle && message.VisibleAt > time.Elapsed
            ? message
            : null;

    private Task TakeAsync(double longestSeconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(longestSeconds * Math.Pow(random.NextDouble(), 4)), time, cancellationToken);

    private bool Fails(double probability) => !IsCalm && random.NextDouble() < probability;

    private void FailSometimes(double probability)
    {
        if (Fails(probability))
        {
            throw Failure();
        }
    }

    private QueueCallException Failure() => new("simulated", throttled: random.NextDouble() < 0.3, new TimeoutException());

    private void Wake() => Interlocked.Exchange(ref _arrived, new TaskCompletionSource()).SetResult();
}
