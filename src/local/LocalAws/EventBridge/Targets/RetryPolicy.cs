namespace LocalAws.EventBridge.Targets;

/// <summary>How long and how often a delivery is tried again: by default 24 hours and 185 times.</summary>
internal sealed record RetryPolicy(int? MaximumRetryAttempts, int? MaximumEventAgeInSeconds)
{
    public const int MostRetryAttempts = 185;
    public const int ShortestEventAge = 60;
    public const int LongestEventAge = 86400;
}
