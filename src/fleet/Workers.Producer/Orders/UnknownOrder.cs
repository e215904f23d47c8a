using Workers.Producer.Http;

namespace Workers.Producer.Orders;

/// <summary>
/// The answer about an order that is not known. Another customer's order is told as one that nobody placed: ids are no secret, but whose
/// they are is.
/// </summary>
internal static class UnknownOrder
{
    public static ProblemException Problem() => new(
        StatusCodes.Status404NotFound, "The order is not known yet.", "It may be on its way, or it was never placed.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };
}
