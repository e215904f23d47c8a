namespace Workers.Effects.Transactions;

/// <summary>
/// Tells what each handler asks of DynamoDB. Messages that are committed as a group share its requests evenly. What is asked for nobody's
/// message, such as a rehearsal's read, or as a claim is extended with its message's lease, is told of no handler.
/// </summary>
internal sealed class RequestCosts(EffectsMetrics metrics)
{
    private readonly AsyncLocal<IReadOnlyList<string>?> _handlers = new();

    /// <summary>The handlers of the messages that requests are for now; to be asked before the first wait of a request.</summary>
    public IReadOnlyList<string>? Now => _handlers.Value;

    /// <summary>Until the calling async method returns, its requests are for these messages.</summary>
    /// <param name="handlers">The handler of each.</param>
    public void AreFor(params IReadOnlyList<string> handlers) => _handlers.Value = handlers;

    /// <summary>DynamoDB answered a request.</summary>
    /// <param name="handlers">Whom it was for; null for nobody.</param>
    /// <param name="writeUnits">What it says to have written. It does not say what a write cost whose condition failed.</param>
    public void Add(IReadOnlyList<string>? handlers, double? writeUnits)
    {
        if (handlers is null)
        {
            return;
        }

        foreach (var (handler, messages) in handlers.CountBy(handler => handler))
        {
            var share = (double)messages / handlers.Count;
            metrics.Requested(handler, share, share * (writeUnits ?? 0));
        }
    }
}
