namespace Workers.Torture.Trade;

/// <summary>An order, and the events that speak of it. Its products are all of one band.</summary>
internal sealed record Order(string OrderId, string CustomerId, Band Band, decimal Amount, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>The lines' price of one unit.</summary>
    public const decimal Price = 19.99m;

    /// <summary>The ids of its Order Placed events; more than one where it was sent again under another key.</summary>
    public List<string> PlacedBy { get; } = [];

    /// <summary>The id of its Order Cancelled event; null where it was not cancelled.</summary>
    public string? CancelledBy { get; set; }
}
