using Workers.Contracts.Ranges;

namespace Workers.Producer.Orders;

/// <summary>The body of <c>POST /orders/{id}/cancel</c>, for the API's description.</summary>
/// <param name="Reason">Why; absent, the customer asked for it.</param>
/// <param name="CustomerId">Whose order it is; absent, taken from the order where it is known.</param>
internal sealed record CancelOrder([property: Text] string? Reason = null, [property: Id] string? CustomerId = null)
{
    public const string UsualReason = "Cancelled by request";
}
