using Workers.Contracts.Ranges;

namespace Workers.Producer.Orders;

/// <summary>The body of <c>POST /orders</c>, for the API's description; it is read as the event it becomes.</summary>
/// <param name="CustomerId">Who orders.</param>
/// <param name="Items">What, and how many of each; 1 to 90 distinct products.</param>
/// <param name="Amount">What it costs; absent, the sum of the lines' prices.</param>
/// <param name="OrderId">The order's id; absent, one is made.</param>
/// <param name="ShippingAddress">Where it goes.</param>
internal sealed record PlaceOrder(
    [property: Id] string CustomerId,
    [property: Lines] IReadOnlyList<PlaceOrder.Line> Items,
    [property: Money] decimal? Amount = null,
    [property: Id] string? OrderId = null,
    [property: Text] string? ShippingAddress = null)
{
    /// <summary>One line of an order.</summary>
    /// <param name="ProductId">The product.</param>
    /// <param name="Quantity">Units, from 1.</param>
    /// <param name="Price">The price of one unit.</param>
    /// <param name="Name">The product's name.</param>
    internal sealed record Line(
        [property: Id] string ProductId,
        [property: Quantity] int Quantity,
        [property: Money] decimal? Price = null,
        [property: Name] string? Name = null);
}
