using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Notification.Channels;
using Columns = Workers.Contracts.Tables.NotificationColumns;

namespace Workers.Notification.Stores;

/// <summary>
/// A row of the <c>notifications</c> table: what was sent to whom. Where the event id of another producer stands for two orders, the row
/// tells of the later mail: both were sent, and neither is refused for the other.
/// </summary>
internal static class NotificationRecord
{
    public static Update Of(OutgoingNotification notification, string channel, DateTimeOffset sentAt) =>
        Write.Update(new ItemKey(Topology.NotificationsTable, Columns.NotificationId, notification.NotificationId))
            .Set(Columns.Template, notification.Draft.Template)
            .Set(Columns.Channel, channel)
            .Set(Columns.Recipient, notification.Draft.Recipient)
            .Set(Columns.Subject, notification.Draft.Subject)
            .Set(Columns.OrderId, notification.Draft.OrderId)
            .Set(Columns.ProductId, notification.Draft.ProductId)
            .Set(Columns.SentAt, sentAt);
}
