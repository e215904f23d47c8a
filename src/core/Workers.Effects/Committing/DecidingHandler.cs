using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Committing;

/// <summary>
/// A transactional handler as the engine sees it: hands the message to its queue's committer and awaits the outcome.
/// </summary>
internal sealed class DecidingHandler<TEvent>(IDecide<TEvent> handler, Committer committer) : IHandle<TEvent>
    where TEvent : IEventDetail
{
    public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken)
    {
        var undecided = new Undecided(
            Cause.Of(message),
            message.Delivery.ReceiveCount > 1,
            handler.Reads(message.Detail).ToHashSet(),
            items => handler.Decide(message, items));
        return committer.CommitAsync(undecided, cancellationToken);
    }
}
