using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Notification.Channels;

namespace Workers.Notification.Stores;

/// <summary>A row of the <c>notifications</c> table: what was sent to whom.</summary>
internal static class NotificationRecord
{
    public static Insert Of(OutgoingNotification notification, string channel, DateTimeOffset sentAt) =>
        Write.Insert(
            new ItemKey(Topology.NotificationsTable, "notificationId", notification.NotificationId),
            Item.Empty
                .With("template", notification.Draft.Template)
                .With("channel", channel)
                .With("recipient", notification.Draft.Recipient)
                .With("subject", notification.Draft.Subject)
                .With("orderId", notification.Draft.OrderId)
                .With("productId", notification.Draft.ProductId)
                .With("sentAt", sentAt));
}
