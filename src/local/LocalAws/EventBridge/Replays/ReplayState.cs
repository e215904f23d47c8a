namespace LocalAws.EventBridge.Replays;

/// <summary>How far a replay is, in AWS's words. One here never fails.</summary>
internal static class ReplayState
{
    public const string Starting = "STARTING";
    public const string Running = "RUNNING";
    public const string Completed = "COMPLETED";
    public const string Cancelling = "CANCELLING";
    public const string Cancelled = "CANCELLED";

    /// <summary>Every state there is, in the order of AWS's model.</summary>
    public static readonly IReadOnlyList<string> All = [Starting, Running, Cancelling, Completed, Cancelled, "FAILED"];
}
