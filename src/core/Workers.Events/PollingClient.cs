namespace Workers.Events;

/// <summary>The SQS client that long polls use, so that they never take the connections of other calls.</summary>
public static class PollingClient
{
    /// <summary>The key under which a host registers it as an <c>IAmazonSQS</c>; where none is, polls use the host's one client.</summary>
    public const string Key = "polls";
}
