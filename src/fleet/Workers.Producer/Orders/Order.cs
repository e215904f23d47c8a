using System.Text.Json.Serialization;

namespace Workers.Producer.Orders;

/// <summary>What the inventory worker made of an order.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="State">Reserved, Rejected, Released or Cancelled.</param>
/// <param name="CustomerId">Who ordered, where known.</param>
/// <param name="Amount">What it costs, where known.</param>
/// <param name="Items">Its products; empty where only a cancellation is known.</param>
/// <param name="OccurredAt">When it was placed, or cancelled before it came.</param>
/// <param name="DecidedAt">When the worker decided.</param>
/// <param name="ReleasedAt">When its stock was given back.</param>
internal sealed record Order(
    string OrderId,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CustomerId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Amount,
    IReadOnlyList<Order.Line> Items,
    string OccurredAt,
    string DecidedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ReleasedAt)
{
    /// <summary>Units of one product.</summary>
    internal sealed record Line(string ProductId, int Quantity);
}
