using Microsoft.AspNetCore.Diagnostics;
using Workers.Console.Security;
using Workers.Events;

namespace Workers.Console.Web;

/// <summary>Says in words what a bare status would not: that a request was refused, or could not be answered.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = TellOfFailureAsync });
        app.UseStatusCodePages(context => TellOfStatusAsync(context.HttpContext));
    }

    private static Task TellOfStatusAsync(HttpContext context) => (context.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => Door.Page(
            StatusCodes.Status400BadRequest,
            "That was not accepted",
            "Nothing was done. The page may be older than the console's last start: go back, load it anew, and do it again."),
        StatusCodes.Status404NotFound => Door.Page(StatusCodes.Status404NotFound, "There is no such page", "Or acts are off here."),
        var status => Door.Page(status, $"That was refused ({status})", "Nothing was done."),
    }).ExecuteAsync(context);

    private static Task TellOfFailureAsync(HttpContext context)
    {
        PageHeaders.Write(context.Response.Headers);   // the failure has taken them away
        var failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var page = AwsFailures.Of(failure, context.RequestAborted) is null
            ? Door.Page(StatusCodes.Status500InternalServerError, "The console failed", "Its log says why.")
            : Door.Page(StatusCodes.Status503ServiceUnavailable, "AWS did not answer the console", failure.Message);
        return page.ExecuteAsync(context);
    }
}
