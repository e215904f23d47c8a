using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Producer.Http;

namespace Workers.Producer.Orders;

/// <summary>
/// The answer about an order that is not known. Another customer's order is told as one that nobody placed: ids are no secret, but whose
/// they are is.
/// </summary>
internal static class UnknownOrder
{
    private const string Title = "The order is not known yet.";
    private const string Detail = "It may be on its way, or it was never placed.";

    public static ProblemException Problem() => new(StatusCodes.Status404NotFound, Title, Detail) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>The same answer where the response has headers already, which an exception would clear.</summary>
    public static ProblemHttpResult Answer(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: Title, detail: Detail);
    }
}
