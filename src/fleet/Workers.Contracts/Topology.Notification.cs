using Workers.Contracts.Resources;
using Workers.Contracts.Tables;

namespace Workers.Contracts;

// The notification worker: it tells people.
public static partial class Topology
{
    /// <summary>The notification worker's queue.</summary>
    public const string NotificationQueue = "notification-queue";

    /// <summary>What the notification worker rejects.</summary>
    public const string NotificationDlq = "notification-dlq";

    /// <summary>What was sent to whom.</summary>
    public const string NotificationsTable = "notifications";

    private static TopologyPart Notification() => new(
        new("notification")
        {
            // Fewer in flight than elsewhere: most of a notification's time goes by in a channel, and channels have slots of their own.
            Consumes = new(WorkerQueue(NotificationQueue, NotificationDlq, visibilitySeconds: 30))
            {
                MaxInFlight = 40,
                MessagesPerSecond = 20,
                Cpu = "100m",
                HasComposeSettings = true,
            },
            BusActions = ["PutEvents"],
            Emits = [EventNames.NotificationSent],
            Topics = [NotificationTopic],
            Tables = [new(IdempotencyTable, "UpdateItem"), new(NotificationsTable, "UpdateItem")],
        })
    {
        Rules =
        [
            new(
                "high-value-orders",
                new(EventNames.OrderPlaced) { Detail = """{"amount":[{"numeric":[">=",100]}]}""" },
                [NotificationQueue])
            {
                InputTemplate = """{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":<aws.events.event.json>}""",
            },
            new("notifications-sent", new(EventNames.NotificationSent), [AnalyticsQueue]),
        ],
        Tables =
        [
            new(NotificationsTable, NotificationColumns.NotificationId),
        ],
    };
}
