using Workers.Contracts.Events;

namespace Workers.Workflow.Handlers;

/// <summary>Says in words why a step failed.</summary>
internal static class Reasons
{
    public static string Of(ReservationFailed failed) => failed.Reason switch
    {
        ReservationFailure.ProductNotFound => $"product {failed.ProductId} is unknown",
        ReservationFailure.InsufficientStock => $"of product {failed.ProductId} {failed.Available} of {failed.Requested} units are available",
        _ => failed.Explanation ?? $"product {failed.ProductId} cannot be had",
    };
}
