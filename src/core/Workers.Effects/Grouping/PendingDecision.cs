using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;

namespace Workers.Effects.Grouping;

/// <summary>A message that is to be decided and committed, until its outcome is known.</summary>
internal sealed class PendingDecision
{
    // Whoever waits goes on elsewhere: the queue's loop has other messages to see to.
    private readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _mustReadMarker;

    /// <summary>The handler and the event.</summary>
    public required EffectCause Cause { get; init; }

    /// <summary>The key of its marker.</summary>
    public required ItemKey Marker { get; init; }

    /// <summary>The items that the decision depends on.</summary>
    public required IReadOnlyCollection<ItemKey> Reads { get; init; }

    /// <summary>The handler's decision; may be asked any number of times.</summary>
    public required Func<Items, Decision> Decide { get; init; }

    /// <summary>How often SQS has handed the message out. From the second time on its effect may have happened already.</summary>
    public required int ReceiveCount { get; init; }

    /// <summary>The time provider's timestamp of its arrival.</summary>
    public required long ArrivedAt { get; init; }

    /// <summary>Cancelled when nobody waits for the outcome any more.</summary>
    public required CancellationToken CancellationToken { get; init; }

    public Task<Outcome> Outcome => _outcome.Task;

    /// <summary>How many of its decisions did not hold at their commit.</summary>
    public int Refusals { get; private set; }

    /// <summary>The actions of a transaction that it takes at least, as far as is known before the decision.</summary>
    public int Weight => 1 + Reads.Count;

    /// <summary>What is read for its decision; the marker too, where it may exist or must be known to be absent.</summary>
    public IReadOnlyCollection<ItemKey> Keys => _mustReadMarker || ReceiveCount > 1 ? [Marker, .. Reads] : Reads;

    /// <summary>From now on the marker is read with the items.</summary>
    public void ReadMarker() => _mustReadMarker = true;

    /// <summary>A decision did not hold at its commit: another delivery of the event may have been faster.</summary>
    public void CountRefusal()
    {
        Refusals++;
        ReadMarker();
    }

    public void Settle(Outcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            _outcome.TrySetCanceled(CancellationToken);
        }
        else
        {
            _outcome.TrySetException(exception);
        }
    }
}
