using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Grouping;
using Workers.Effects.Publishing;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Committing;

/// <summary>
/// Commits the decisions of one queue's messages, many in one transaction with their markers, one transaction at a time. The
/// marker is what makes the effect happen once. Whoever finds it publishes its events again, for its writer may have died before.
/// </summary>
internal sealed class CommitQueue(
    GroupCommitter committer,
    GroupPublisher publisher,
    Markers markers,
    OutageGuard guard,
    EffectsMetrics metrics,
    ProcessEnd process,
    TimeProvider timeProvider,
    IOptions<EffectsOptions> options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ItemKey, PendingDecision> _inHand = [];
    private readonly GroupGatherer _gatherer = new(options.Value.GroupLinger, timeProvider);
    private readonly GroupSize _size = new(options.Value.MaxGroupSize);
    private Task _lastLoop = Task.CompletedTask;
    private volatile bool _hasFaulted;

    /// <summary>
    /// Done once the effect is committed and its events are published. What comes out are the handler's own exceptions, a decision that
    /// breaks the rules of decisions, and cancellation. A message that is cancelled while it gathers is not decided; later, its effect may
    /// happen all the same.
    /// </summary>
    public Task<Outcome> CommitAsync<TEvent>(IDecide<TEvent> handler, EventMessage<TEvent> message, CancellationToken cancellationToken)
        where TEvent : IEventDetail
    {
        var cause = EffectCause.Of(message, handler.OncePer(message));
        var pending = new PendingDecision
        {
            Cause = cause,
            Marker = markers.KeyOf(cause),
            Reads = handler.Reads(message).ToHashSet(),
            Decide = items => handler.Decide(message, items),
            ReceiveCount = message.Delivery.ReceiveCount,
            ArrivedAt = timeProvider.GetTimestamp(),
            CancellationToken = cancellationToken,
        };
        return guard.RunAsync(cause, () => JoinAsync(pending));
    }

    /// <summary>Ends when nothing is being committed or published any more.</summary>
    public ValueTask DisposeAsync() => new(_lastLoop);

    private async Task<Outcome> JoinAsync(PendingDecision pending)
    {
        var first = _inHand.GetOrAdd(pending.Marker, pending);
        if (first != pending)
        {
            return await FollowAsync(first, pending);
        }

        try
        {
            if (_hasFaulted)
            {
                pending.Settle(Outcome.Retry());
            }
            else if (_gatherer.Add(pending))
            {
                StartLoop();
            }

            return await pending.Outcome;
        }
        finally
        {
            _inHand.TryRemove(pending.Marker, out _);
        }
    }

    /// <summary>
    /// Settles a duplicate as the message that came first. One that asks under a task token of its own comes again, to be answered under it.
    /// </summary>
    private async Task<Outcome> FollowAsync(PendingDecision first, PendingDecision duplicate)
    {
        try
        {
            var outcome = await first.Outcome.WaitAsync(duplicate.CancellationToken);
            if (outcome == Outcome.Done && duplicate.Cause.Event.TaskToken is { } taskToken && taskToken != first.Cause.Event.TaskToken)
            {
                return Outcome.Retry(TimeSpan.Zero);
            }

            if (outcome == Outcome.Done)
            {
                metrics.Duplicate(first.Cause.HandlerName);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (!duplicate.CancellationToken.IsCancellationRequested)
        {
            return Outcome.Retry();   // it was the other one's lease that was lost
        }
    }

    /// <summary>Starts what commits groups until none is left. Each loop awaits the one before it, and disposal awaits the last.</summary>
    private void StartLoop()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var loopBefore = Interlocked.Exchange(ref _lastLoop, end.Task);

        // The message that happens to come first lends its groups neither its trace nor its log scope.
        using (ExecutionContext.SuppressFlow())
        {
            _ = RunAsync(loopBefore, end);
        }
    }

    /// <summary>Commits group after group; the events of one are published while the next is committed. A fault ends the process.</summary>
    private async Task RunAsync(Task loopBefore, TaskCompletionSource end)
    {
        var publishing = loopBefore;
        try
        {
            while (await _gatherer.TakeAsync(_size.MaxMessages) is { Count: > 0 } group)
            {
                var committed = await CommitAsync(group);
                await publishing;
                publishing = publisher.PublishAsync(committed);
            }

            await publishing;
        }
        catch (Exception fault)
        {
            EndFor(fault);
            await publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        finally
        {
            end.SetResult();
        }
    }

    private async Task<List<CommittedMessage>> CommitAsync(IReadOnlyList<PendingDecision> gathered)
    {
        var committed = new List<CommittedMessage>();
        var forNextGroup = new List<PendingDecision>();
        var groups = new Stack<IReadOnlyList<PendingDecision>>([gathered]);
        while (groups.TryPop(out var group))
        {
            var result = await committer.CommitAsync(group, _size);
            committed.AddRange(result.Committed);
            forNextGroup.AddRange(result.ForNextGroup);
            foreach (var again in Enumerable.Reverse(result.TryAgain))
            {
                groups.Push(again);
            }
        }

        _gatherer.PutFirst(forNextGroup);
        return committed;
    }

    /// <summary>Nobody must wait for a loop that is gone: all that is in hand, and all that still comes, waits in SQS.</summary>
    private void EndFor(Exception fault)
    {
        _hasFaulted = true;   // before the look at what is in hand: who joins after that look sees it
        foreach (var pending in _inHand.Values)
        {
            pending.Settle(Outcome.Retry());
        }

        process.Fail(fault);
    }
}

/// <summary>Ends a process whose effects cannot be committed any more, with exit code 1, so that it is started afresh.</summary>
internal sealed partial class ProcessEnd(IHostApplicationLifetime host, ILogger<ProcessEnd> logger)
{
    public void Fail(Exception fault)
    {
        LogFault(fault);
        Environment.ExitCode = 1;
        host.StopApplication();
    }

    [LoggerMessage(LogLevel.Critical, "Committing has a fault: what is in hand waits in its queue, and the process ends.")]
    private partial void LogFault(Exception fault);
}
