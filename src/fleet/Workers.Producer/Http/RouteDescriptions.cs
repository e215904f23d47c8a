using Microsoft.OpenApi;
using Workers.Producer.Idempotency;

namespace Workers.Producer.Http;

/// <summary>What routes of one kind have in common: how they are reached, and which faults they may answer with.</summary>
internal static class RouteDescriptions
{
    /// <summary>Maps a GET, and the HEAD that goes with it: Kestrel sends its headers alone.</summary>
    public static RouteGroupBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler)
    {
        var read = routes.MapGroup(pattern);
        read.MapMethods("", [HttpMethods.Head], handler).ExcludeFromDescription();
        read.MapGet("", handler)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return read;
    }

    /// <summary>The faults of every route that publishes what its body says, and the header that makes a repeat safe.</summary>
    public static RouteHandlerBuilder ProducesIntakeProblems(this RouteHandlerBuilder route) =>
        route
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                (operation.Parameters ??= []).Add(IdempotencyKey);
                return Task.CompletedTask;
            });

    private static OpenApiParameter IdempotencyKey => new()
    {
        Name = RequestIdentities.Header,
        In = ParameterLocation.Header,
        Description = "Makes repeats of this request one event, with one answer. 422 where the key came with another body before, 409 while the "
            + "first request is under way.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = RequestIdentities.LongestKey },
    };
}
