using Workers.Effects.Committing;
using Workers.Effects.Grouping;
using Workers.Engine.Handling;
using Workers.Events.Publishing;

namespace Workers.Effects.Publishing;

/// <summary>Publishes the events of a group's messages together, and settles the messages.</summary>
internal sealed class GroupPublisher(EventEmitter emitter)
{
    /// <summary>A message is done once its own events are on the bus. One with an event that is not waits, and publishes again.</summary>
    public async Task PublishAsync(IReadOnlyList<CommittedMessage> messages)
    {
        using var cancellation = new GroupCancellation([.. messages.Select(message => message.Pending)]);
        try
        {
            SettleWhere(messages, message => message.Events.Count == 0);
            await emitter.PublishAsync([.. messages.SelectMany(message => message.Events)], cancellation.Token);
            SettleWhere(messages, _ => true);
        }
        catch (PublishFailedException exception)
        {
            var notTaken = exception.NotTaken.Select(outgoing => outgoing.EventId).ToHashSet();
            SettleWhere(messages, message => !message.Events.Any(outgoing => notTaken.Contains(outgoing.EventId)));
            FailRest(messages, exception);
        }
        catch (Exception exception)
        {
            FailRest(messages, exception);
        }
    }

    private static void SettleWhere(IEnumerable<CommittedMessage> messages, Func<CommittedMessage, bool> isDone)
    {
        foreach (var message in messages.Where(isDone))
        {
            message.Pending.Settle(Outcome.Done);
        }
    }

    /// <summary>Fails those that have no outcome yet.</summary>
    private static void FailRest(IEnumerable<CommittedMessage> messages, Exception exception)
    {
        foreach (var message in messages)
        {
            message.Pending.Fail(exception);
        }
    }
}

/// <summary>A message whose effect is committed, and the events that its marker holds.</summary>
internal sealed record CommittedMessage(PendingDecision Pending, IReadOnlyList<OutgoingEvent> Events);
