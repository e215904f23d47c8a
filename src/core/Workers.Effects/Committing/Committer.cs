using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Grouping;
using Workers.Engine.Handling;

namespace Workers.Effects.Committing;

/// <summary>
/// Commits the decisions of one queue's messages, many in one transaction with their markers, one transaction at a time. The
/// marker is what makes the effect happen once; whoever finds it publishes its events again, for its writer may have died before.
/// </summary>
internal sealed class Committer(
    GroupAttempts attempts,
    GroupPublisher publisher,
    Markers markers,
    OutageGuard guard,
    EffectsMetrics metrics,
    TimeProvider timeProvider,
    IOptions<EffectsOptions> options)
{
    private readonly ConcurrentDictionary<ItemKey, Member> _inHand = [];
    private readonly Gathering _gathering = new(options.Value.GroupLinger, timeProvider);
    private readonly GroupSize _size = new(options.Value.MaxGroupSize);

    /// <summary>
    /// Done once the effect is committed and its events are published. Only the handler's own exceptions come out. A message
    /// that is cancelled while it gathers is not decided; later, its effect may happen all the same.
    /// </summary>
    public Task<Outcome> CommitAsync(Undecided message, CancellationToken cancellationToken) =>
        guard.RunAsync(message.Cause, () => JoinAsync(message, cancellationToken));

    private async Task<Outcome> JoinAsync(Undecided message, CancellationToken cancellationToken)
    {
        var member = new Member(message, markers.KeyOf(message.Cause), timeProvider.GetTimestamp(), cancellationToken);
        var first = _inHand.GetOrAdd(member.Marker, member);
        if (first != member)
        {
            return await FollowAsync(first, cancellationToken);
        }

        try
        {
            if (_gathering.Add(member))
            {
                Serve();
            }

            return await member.Outcome;
        }
        finally
        {
            _inHand.TryRemove(member.Marker, out _);
        }
    }

    /// <summary>Settles a duplicate as the message that came first.</summary>
    private async Task<Outcome> FollowAsync(Member first, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await first.Outcome.WaitAsync(cancellationToken);
            if (outcome == Outcome.Done)
            {
                metrics.Duplicate(first.Message.Cause.HandlerName);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome.Retry();   // it was the other one's lease that was lost
        }
    }

    /// <summary>Starts what commits groups until none is left. It never throws, and is awaited by each message it settles.</summary>
    private void Serve()
    {
        // The message that happens to come first lends its groups neither its trace nor its log scope.
        using (ExecutionContext.SuppressFlow())
        {
            _ = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        var publishing = Task.CompletedTask;
        while (await _gathering.TakeAsync(_size.Messages) is { Count: > 0 } members)
        {
            var committed = await CommitAsync(members);
            await publishing;
            publishing = publisher.PublishAsync(committed);
        }

        await publishing;
    }

    private async Task<List<Publication>> CommitAsync(IReadOnlyList<Member> members)
    {
        var committed = new List<Publication>();
        var deferred = new List<Member>();
        var groups = new Stack<IReadOnlyList<Member>>([members]);
        while (groups.TryPop(out var group))
        {
            var attempt = await attempts.RunAsync(group, _size);
            committed.AddRange(attempt.Committed);
            deferred.AddRange(attempt.Deferred);
            foreach (var again in Enumerable.Reverse(attempt.Again))
            {
                groups.Push(again);
            }
        }

        _gathering.PutFirst(deferred);
        return committed;
    }
}
