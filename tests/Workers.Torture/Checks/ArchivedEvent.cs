namespace Workers.Torture.Checks;

/// <summary>An event that was on the bus, however often.</summary>
/// <param name="EventId">Its idempotency key.</param>
/// <param name="DetailType">What it is.</param>
/// <param name="Content">A digest of what it says, its metadata left out.</param>
/// <param name="CausationId">What it says that it comes from; null for what no worker emitted.</param>
internal sealed record ArchivedEvent(string EventId, string DetailType, string Content, string? CausationId)
{
    /// <summary>The order that it is about, where it says so.</summary>
    public string? OrderId { get; init; }

    /// <summary>The product that it is about, where it says so.</summary>
    public string? ProductId { get; init; }

    /// <summary>The notification that it is about, where it says so.</summary>
    public string? NotificationId { get; init; }

    /// <summary>The customer that it is about, where it says so.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The ticket that it is about, where it says so.</summary>
    public string? TicketId { get; init; }

    /// <summary>Which step of a new customer is due, where it says so.</summary>
    public string? Step { get; init; }

    /// <summary>Which promise was missed, where it says so.</summary>
    public string? Overdue { get; init; }

    /// <summary>Where a ticket went, where it says so.</summary>
    public string? ToTeam { get; init; }

    /// <summary>The purchase order that it is about, where it says so.</summary>
    public string? PurchaseOrderId { get; init; }

    /// <summary>The event of the purchase that it is about, where it says so.</summary>
    public string? PurchaseEventId { get; init; }

    /// <summary>What it is about; itself, where it says nothing of the kind.</summary>
    public string About => NotificationId ?? PurchaseOrderId ?? PurchaseEventId ?? OrderId ?? EventId;

    /// <summary>How often it was on the bus.</summary>
    public int Times { get; private set; }

    /// <summary>Whether it said something else another time.</summary>
    public bool Varies { get; private set; }

    public void Seen(string content)
    {
        Times++;
        Varies |= content != Content;
    }
}
