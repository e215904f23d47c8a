namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>notifications</c> table, which the notification worker writes. All are text.</summary>
public static class NotificationColumns
{
    /// <summary>The key: <c>{template}#{channel}#{eventId}</c>.</summary>
    public const string NotificationId = "notificationId";

    /// <summary>The template that it was made of.</summary>
    public const string Template = "template";

    /// <summary>The channel that it went over.</summary>
    public const string Channel = "channel";

    /// <summary>Who it went to.</summary>
    public const string Recipient = "recipient";

    /// <summary>Its subject.</summary>
    public const string Subject = "subject";

    /// <summary>The order that it is about; absent where it is about none.</summary>
    public const string OrderId = "orderId";

    /// <summary>The product that it is about; absent where it is about none.</summary>
    public const string ProductId = "productId";

    /// <summary>When it was sent.</summary>
    public const string SentAt = "sentAt";
}
