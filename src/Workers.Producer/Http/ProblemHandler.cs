using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Microsoft.AspNetCore.Mvc;
using Workers.Events.Publishing;
using IExceptionHandler = Microsoft.AspNetCore.Diagnostics.IExceptionHandler;

namespace Workers.Producer.Http;

/// <summary>Answers every known fault with RFC 9457 problem details that name the field and what is wrong with it.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception) is not { } problem)
        {
            return ValueTask.FromResult(false);
        }

        if (exception is BusUnavailableException { RetryAfter: var retryAfter })
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = problem.Status!.Value;
        return problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    private static ProblemDetails? Describe(Exception exception) => exception switch
    {
        InvalidRequestException invalid => new ValidationProblemDetails(
            invalid.Violations
                .GroupBy(violation => violation.Field, violation => violation.Problem)
                .ToDictionary(field => field.Key, field => field.ToArray()))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The request is not valid.",
            Detail = invalid.Message,
        },
        BadHttpRequestException { InnerException: JsonException json } => Problem(
            StatusCodes.Status400BadRequest, "The body is not valid JSON.", json.Message),
        BadHttpRequestException bad => Problem(bad.StatusCode, "The request is not valid.", bad.Message),
        EventTooLargeException tooLarge => Problem(
            StatusCodes.Status413PayloadTooLarge, "The event is larger than EventBridge takes.", tooLarge.Message),
        BusUnavailableException unavailable => Problem(
            StatusCodes.Status503ServiceUnavailable, unavailable.Message, "Nothing was published. Try again later."),
        AmazonServiceException or AmazonClientException or HttpRequestException => Problem(
            StatusCodes.Status503ServiceUnavailable, "The answer cannot be read just now.", "AWS does not answer. Try again later."),
        _ => null,
    };

    private static ProblemDetails Problem(int status, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail };
}
