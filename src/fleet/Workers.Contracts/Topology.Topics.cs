namespace Workers.Contracts;

// What tells anybody who subscribes: queues, mail addresses, other companies' programs.
public static partial class Topology
{
    /// <summary>The notifications that go out on the channel <c>sns</c>.</summary>
    public const string NotificationTopic = "event-notifications";

    /// <summary>Every topic.</summary>
    public static IReadOnlyList<string> Topics { get; } = [NotificationTopic];
}
