using Workers.Notification.Templates;

namespace Workers.Notification.Channels;

/// <summary>One template on one channel for one event: the unit of claim, record and delivery.</summary>
/// <param name="NotificationId"><c>{template}#{channel}#{eventId}</c>, the same at every try: the other side's idempotency key.</param>
/// <param name="Draft">The words and the recipient.</param>
internal sealed record OutgoingNotification(string NotificationId, Draft Draft)
{
    public static OutgoingNotification Of(Draft draft, string channel, string eventId) =>
        new($"{draft.Template}#{channel}#{eventId}", draft);
}
