namespace Workers.Notification.Channels;

/// <summary>What a webhook receives.</summary>
internal sealed record WebhookBody(
    string NotificationId,
    string Template,
    string Recipient,
    string Subject,
    string Body,
    bool Urgent,
    string? OrderId,
    string? ProductId)
{
    public static WebhookBody Of(OutgoingNotification notification)
    {
        var draft = notification.Draft;
        return new(
            notification.NotificationId,
            draft.Template,
            draft.Recipient,
            draft.Subject,
            draft.Body,
            draft.Urgent,
            draft.OrderId,
            draft.ProductId);
    }
}
