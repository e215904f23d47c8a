namespace LocalAws.EventBridge;

/// <summary>What became of a delivery.</summary>
/// <param name="ErrorCode">Null when it was delivered.</param>
/// <param name="ErrorMessage">Why it was not.</param>
/// <param name="IsRetryable">Whether trying again may help.</param>
internal readonly record struct DeliveryResult(string? ErrorCode, string? ErrorMessage, bool IsRetryable)
{
    /// <summary>Delivered.</summary>
    public static readonly DeliveryResult Delivered;

    /// <summary>How long the target asks to be left alone, where it asks.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
