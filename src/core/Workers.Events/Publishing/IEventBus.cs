namespace Workers.Events.Publishing;

/// <summary>
/// The one call of EventBridge that publishing needs. The application brings it, over the client that it uses; tries, batches,
/// metrics and traces are the publisher's.
/// </summary>
public interface IEventBus
{
    /// <summary>Makes one call of PutEvents. A call that fails throws what the client throws.</summary>
    /// <param name="busName">The bus, by the name that AWS knows it by.</param>
    /// <param name="events">At most ten, which take at most 1 MB together.</param>
    /// <param name="cancellationToken">Cancels the call; whether the events were taken is then not known.</param>
    /// <returns>For each event, in their order, EventBridge's error code; null or empty for one that it took.</returns>
    Task<IReadOnlyList<string?>> PutAsync(string busName, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken);
}
