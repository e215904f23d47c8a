namespace Workers.Shipping.Carriers;

/// <summary>
/// The carrier did not say what became of a request: it does not answer, is busy, does not know us, or says what nobody can read. There may
/// be a shipment all the same, so it is asked again under its key.
/// </summary>
/// <param name="reason">Why, for the log: without the carrier's own words, which may hold a customer's data.</param>
internal sealed class CarrierDownException(string reason) : Exception(reason)
{
    /// <summary>When to ask again, where that is known; null where the carrier does not answer.</summary>
    public TimeSpan? After { get; init; }
}
