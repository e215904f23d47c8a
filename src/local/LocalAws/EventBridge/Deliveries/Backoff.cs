namespace LocalAws.EventBridge.Deliveries;

/// <summary>
/// How long a delivery that failed waits: a second, then twice as long each time, up to five minutes. AWS adds jitter; here runs
/// are to repeat, and there is nobody to collide with.
/// </summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="retries">How often it was tried again before.</param>
    public static TimeSpan After(int retries) =>
        retries < 9 ? TimeSpan.FromSeconds(1 << retries) : Longest;
}
