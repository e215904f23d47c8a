namespace Workers.Producer.Orders;

/// <summary>The body of <c>POST /orders</c>, for the API's description; it is read as the event it becomes.</summary>
/// <param name="CustomerId">Who orders.</param>
/// <param name="Items">What, and how many of each; 1 to 90 distinct products.</param>
/// <param name="Amount">What it costs; absent, the sum of the lines' prices.</param>
/// <param name="OrderId">The order's id; absent, one is made.</param>
/// <param name="ShippingAddress">Where it goes.</param>
internal sealed record PlaceOrder(
    string CustomerId,
    IReadOnlyList<PlaceOrder.Line> Items,
    decimal? Amount = null,
    string? OrderId = null,
    string? ShippingAddress = null)
{
    /// <summary>One line of an order.</summary>
    /// <param name="ProductId">The product.</param>
    /// <param name="Quantity">Units, from 1.</param>
    /// <param name="Price">The price of one unit.</param>
    /// <param name="Name">The product's name.</param>
    internal sealed record Line(string ProductId, int Quantity, decimal? Price = null, string? Name = null);
}
