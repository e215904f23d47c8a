using System.Text.Json.Serialization;

namespace Workers.Producer.Customers;

/// <summary>A part of a customer's orders, newest first. It trails what happened by the moments that the orders worker needs.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Orders">The orders; with a status asked for they may be fewer than limit, and none, while there is a next.</param>
/// <param name="Next">Give it as next to read on; absent on the last page.</param>
internal sealed record CustomerOrderPage(
    string CustomerId,
    IReadOnlyList<CustomerOrderPage.Entry> Orders,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next)
{
    /// <summary>One order.</summary>
    /// <param name="OrderId">The order.</param>
    /// <param name="Status">Placed, Paid, Completed, Failed or Cancelled; an order that is reserved is shown as placed.</param>
    /// <param name="Amount">What it costs.</param>
    /// <param name="PlacedAt">When it was placed.</param>
    /// <param name="UpdatedAt">When it became what it is.</param>
    internal sealed record Entry(string OrderId, string Status, decimal Amount, string PlacedAt, string UpdatedAt);
}
