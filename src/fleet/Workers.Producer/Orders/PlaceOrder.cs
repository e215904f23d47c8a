using System.Text.Json.Nodes;
using Workers.Contracts.Ranges;
using Workers.Producer.Http;

namespace Workers.Producer.Orders;

/// <summary>The body of <c>POST /orders</c>, for the API's description; it is read as the event it becomes.</summary>
/// <param name="CustomerId">Who orders.</param>
/// <param name="Items">What, and how many of each; 1 to 90 distinct products.</param>
/// <param name="Amount">The sum of the lines' prices, or that with tax and shipping; absent, it is computed.</param>
/// <param name="OrderId">The order's id; absent, one is made.</param>
/// <param name="ShippingAddress">Where it goes: text, or an object of street, city, state, zipCode and country, by which it is taxed.</param>
/// <param name="Fulfilment">How its steps are led: orchestrated by a state machine or, where it is absent, choreographed.</param>
internal sealed record PlaceOrder(
    [property: Id] string CustomerId,
    [property: Lines] IReadOnlyList<PlaceOrder.Line> Items,
    [property: Money] decimal? Amount = null,
    [property: Id] string? OrderId = null,
    object? ShippingAddress = null,
    [property: Fulfilment] string? Fulfilment = null)
{
    // GET /orders/board is the board.
    private const string Unreadable = "board";

    /// <summary>Refuses the id under which an order could not be read.</summary>
    /// <exception cref="InvalidRequestException">It is that one.</exception>
    public static void RefuseUnreadableId(JsonObject order)
    {
        if (order["orderId"] is JsonValue id && Unreadable.Equals(id.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidRequestException("orderId", $"must not be {Unreadable}: GET /orders/{Unreadable} answers with something else");
        }
    }

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
