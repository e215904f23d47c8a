namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>http-requests</c> table, which the API writes: a row for each idempotency key that it was given.</summary>
public static class HttpRequestColumns
{
    /// <summary>The key: a hash of prefix, caller, route and idempotency key, as text. The caller's own key is not stored.</summary>
    public const string Request = "request";

    /// <summary>A hash of the body that came with the key, as text: another body under the same key is refused.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>Whether the event was taken, as text: UnderWay or Completed; Forgotten where the key is free again.</summary>
    public const string State = "state";

    /// <summary>Until when a request under way keeps others out, in epoch milliseconds, as a number.</summary>
    public const string LeaseUntil = "leaseUntil";

    /// <summary>Which try of the request has the lease, as text.</summary>
    public const string Owner = "owner";

    /// <summary>When the first request with this key came, as text: every repeat publishes the event of that time.</summary>
    public const string ReceivedAt = "receivedAt";

    /// <summary>The trace of the first request, as text; absent where it had none.</summary>
    public const string TraceParent = "traceParent";

    /// <summary>When the row expires, in epoch seconds.</summary>
    public const string ExpiresAt = "expiresAt";
}
