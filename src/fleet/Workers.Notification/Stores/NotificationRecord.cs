using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Notification.Channels;
using Columns = Workers.Contracts.Tables.NotificationColumns;

namespace Workers.Notification.Stores;

/// <summary>A row of the <c>notifications</c> table: what was sent to whom.</summary>
internal static class NotificationRecord
{
    public static Insert Of(OutgoingNotification notification, string channel, DateTimeOffset sentAt) =>
        Write.Insert(
            new ItemKey(Topology.NotificationsTable, Columns.NotificationId, notification.NotificationId),
            Item.Empty
                .With(Columns.Template, notification.Draft.Template)
                .With(Columns.Channel, channel)
                .With(Columns.Recipient, notification.Draft.Recipient)
                .With(Columns.Subject, notification.Draft.Subject)
                .With(Columns.OrderId, notification.Draft.OrderId)
                .With(Columns.ProductId, notification.Draft.ProductId)
                .With(Columns.SentAt, sentAt));
}
