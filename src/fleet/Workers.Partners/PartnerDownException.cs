namespace Workers.Partners;

/// <summary>
/// The partner did not say what became of a call: it does not answer, is busy, does not know us, or says what nobody can read. The call
/// may have happened all the same, so it is made again under its key.
/// </summary>
/// <param name="reason">Why, for the log: without the partner's own words, which may hold a customer's data.</param>
internal sealed class PartnerDownException(string reason) : Exception(reason)
{
    /// <summary>When to ask again, where that is known; null where the partner does not answer.</summary>
    public TimeSpan? After { get; init; }
}
