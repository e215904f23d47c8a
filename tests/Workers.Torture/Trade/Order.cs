namespace Workers.Torture.Trade;

/// <summary>An order, and the events that speak of it. Its products are all of one band.</summary>
internal sealed record Order(
    string OrderId, string CustomerId, Band Band, decimal Amount, IReadOnlyDictionary<string, int> Lines, string? ShippingAddress)
{
    /// <summary>Whether the state machine is to lead it.</summary>
    public bool IsOrchestrated { get; init; }

    /// <summary>The lines' price of one unit.</summary>
    public const decimal Price = 19.99m;

    /// <summary>What the id of a customer begins with whose card is declined.</summary>
    public const string Declined = "DECLINED";

    /// <summary>What an address has that the carrier refuses.</summary>
    public const string Refused = "Nowhere";

    /// <summary>
    /// The ids of the events that placed it, Order Placed or Workflow Triggered; more than one where it was sent again under another key.
    /// </summary>
    public List<string> PlacedBy { get; } = [];

    /// <summary>The id of the event that asked for its cancellation; null where nobody did.</summary>
    public string? CancelledBy { get; set; }

    public bool IsDeclined => CustomerId.StartsWith(Declined, StringComparison.Ordinal);

    public bool IsDeliverable => ShippingAddress is { } address && !address.Contains(Refused, StringComparison.Ordinal);
}
