namespace Amazon.EventBridge.Model;

/// <summary>How long and how often delivery to a target is tried.</summary>
public class RetryPolicy
{
    /// <summary>For how long, from 60 to 86,400 seconds.</summary>
    public int? MaximumEventAgeInSeconds { get; set; }

    /// <summary>How often, from 0 to 185 times.</summary>
    public int? MaximumRetryAttempts { get; set; }
}
