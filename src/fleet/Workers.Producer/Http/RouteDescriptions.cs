namespace Workers.Producer.Http;

/// <summary>What routes of one kind have in common: how they are reached, and which faults they may answer with.</summary>
internal static class RouteDescriptions
{
    /// <summary>Maps a GET, and the HEAD that goes with it: Kestrel sends its headers alone.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
    {
        routes.MapMethods(pattern, [HttpMethods.Head], handler).ExcludeFromDescription();
        return routes.MapGet(pattern, handler)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The faults of every route that publishes what its body says.</summary>
    public static RouteHandlerBuilder ProducesIntakeProblems(this RouteHandlerBuilder route) =>
        route
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
