using Microsoft.AspNetCore.Mvc;

namespace Workers.Producer.Http;

/// <summary>What a caller hears whose request was not answered by its deadline.</summary>
internal static partial class LateAnswer
{
    public static async Task WriteAsync(HttpContext context)
    {
        LogLate(context.RequestServices.GetRequiredService<ILogger<ProblemHandler>>(), context.Request.Method, context.Request.Path);
        context.Response.Headers.RetryAfter = "5";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Title = "There was no answer in time.",
            Detail = isRead ? "Try again later." : UnknownOutcome.Advice,
        };
        await context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} is answered with 503: it took longer than its deadline")]
    private static partial void LogLate(ILogger logger, string method, PathString path);
}

/// <summary>What a caller is told who cannot know whether the event was published.</summary>
internal static class UnknownOutcome
{
    public const string Advice =
        "Whether the event was published is not known. Repeat the request with the same Idempotency-Key: it is the same event, whether "
        + "or not it was taken before. Repeated without a key it may be a second event.";
}
