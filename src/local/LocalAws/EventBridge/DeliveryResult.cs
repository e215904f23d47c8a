namespace LocalAws.EventBridge;

/// <summary>What became of a delivery.</summary>
/// <param name="ErrorCode">Null when it was delivered.</param>
/// <param name="ErrorMessage">Why it was not.</param>
/// <param name="IsRetryable">Whether trying again may help.</param>
internal readonly record struct DeliveryResult(string? ErrorCode, string? ErrorMessage, bool IsRetryable)
{
    /// <summary>Delivered.</summary>
    public static readonly DeliveryResult Delivered;
}
