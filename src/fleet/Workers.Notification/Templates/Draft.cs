namespace Workers.Notification.Templates;

/// <summary>What a template makes of an event: words for one person, not yet on any channel.</summary>
/// <param name="Template">The template's name, for example <c>order-confirmed</c>.</param>
/// <param name="Recipient">The person's address.</param>
/// <param name="Subject">One line: control characters, which an id may hold and no mail's subject, are left out.</param>
/// <param name="Body">Plain text.</param>
internal sealed record Draft(string Template, string Recipient, string Subject, string Body)
{
    /// <summary>One line.</summary>
    public string Subject { get; } = string.Concat(Subject.Where(letter => !char.IsControl(letter)));

    /// <summary>Whether it should jump the reader's queue.</summary>
    public bool Urgent { get; init; }

    /// <summary>The order it is about, if it is about one.</summary>
    public string? OrderId { get; init; }

    /// <summary>Whether a person is told of it once per order, however many events tell the same of it.</summary>
    public bool IsOncePerOrder { get; init; }

    /// <summary>What it is sent once for; null for the event that it tells of.</summary>
    public string? OncePer => IsOncePerOrder && OrderId is not null ? $"orderId={OrderId},to={Recipient}" : null;

    /// <summary>The product it is about, if it is about one.</summary>
    public string? ProductId { get; init; }
}
