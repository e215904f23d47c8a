using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Effects.Grouping;

/// <summary>A message on its way into a committed group, until its outcome is known.</summary>
/// <param name="message">The message.</param>
/// <param name="marker">The key of its marker.</param>
/// <param name="arrivedAt">The time provider's timestamp of its arrival.</param>
/// <param name="cancellationToken">Cancelled when nobody waits for the outcome any more.</param>
internal sealed class Member(Undecided message, ItemKey marker, long arrivedAt, CancellationToken cancellationToken)
{
    // Whoever waits goes on elsewhere: the committer has other messages to see to.
    private readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Undecided Message => message;

    public ItemKey Marker => marker;

    public long ArrivedAt => arrivedAt;

    public CancellationToken CancellationToken => cancellationToken;

    public Task<Outcome> Outcome => _outcome.Task;

    /// <summary>How many of its decisions did not hold at their commit.</summary>
    public int Refusals { get; private set; }

    /// <summary>The actions of a transaction that it takes at least, as far as is known before the decision.</summary>
    public int Weight => 1 + message.Reads.Count;

    /// <summary>What its decision wants to know; the marker too, where the effect may have happened.</summary>
    public IReadOnlyCollection<ItemKey> Keys =>
        message.Redelivered || Refusals > 0 ? [marker, .. message.Reads] : message.Reads;

    public void Refused() => Refusals++;

    public void Settle(Outcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            _outcome.TrySetCanceled(cancellationToken);
        }
        else
        {
            _outcome.TrySetException(exception);
        }
    }
}
