namespace LocalAws.EventBridge.Events;

/// <summary>What became of one entry: an id, or an error.</summary>
internal sealed record PutEventsResult(string? EventId, string? ErrorCode = null, string? ErrorMessage = null)
{
    /// <summary>EventBridge failed, and the caller may try this entry again.</summary>
    public static readonly PutEventsResult Failed = new(null, "InternalFailure", "Unexpected exception occurred.");

    /// <summary>The bus is another account's.</summary>
    public static PutEventsResult Denied(string bus) =>
        new(null, "AccessDeniedException", EventBridgeErrors.AccessDeniedMessage(bus));
}
