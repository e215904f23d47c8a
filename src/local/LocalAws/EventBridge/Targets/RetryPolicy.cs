namespace LocalAws.EventBridge.Targets;

/// <summary>How long and how often a delivery is tried again: by default 24 hours and 185 times.</summary>
internal sealed record RetryPolicy(int? MaximumRetryAttempts, int? MaximumEventAgeInSeconds)
{
    public const int MostRetryAttempts = 185;
    public const int LongestEventAge = 86400;

    private const int ShortestEventAge = 60;

    /// <summary>Adds the limits of the model.</summary>
    public void Constrain(Constraints constraints, string member) => constraints
        .Range($"{member}.maximumRetryAttempts", MaximumRetryAttempts, 0, MostRetryAttempts)
        .Range($"{member}.maximumEventAgeInSeconds", MaximumEventAgeInSeconds, ShortestEventAge, LongestEventAge);
}
