using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Workers.Events;
using Workers.Events.Publishing;
using IExceptionHandler = Microsoft.AspNetCore.Diagnostics.IExceptionHandler;

namespace Workers.Producer.Http;

/// <summary>Answers every known fault with RFC 9457 problem details that name the field and what is wrong with it.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception, context.RequestAborted) is not { } problem)
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

    private static ProblemDetails? Describe(Exception exception, CancellationToken aborted) => exception switch
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
        BadHttpRequestException bad when UnboundParameter.Match(bad.Message) is { Success: true } unbound => Describe(
            new InvalidRequestException(unbound.Groups["name"].Value, $"cannot be read from {unbound.Groups["value"].Value}"), aborted),
        BadHttpRequestException bad => Problem(bad.StatusCode, "The request is not valid.", bad.Message),
        EventTooLargeException tooLarge => Problem(
            StatusCodes.Status413PayloadTooLarge, "The event is larger than EventBridge takes.", tooLarge.Message),
        BusUnavailableException unavailable => Problem(
            StatusCodes.Status503ServiceUnavailable, unavailable.Message, unavailable.Advice),
        _ => AwsFailures.Of(exception, aborted) switch
        {
            null or AwsFailure.Refused => null,   // our own fault: 500, and an error in the log
            _ => Problem(
                StatusCodes.Status503ServiceUnavailable, "The answer cannot be read just now.", "AWS does not answer. Try again later."),
        },
    };

    // What ASP.NET Core says of a query parameter; it tells the name in no other way.
    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>\\w+)\" from (?<value>\".*\")\\.$", RegexOptions.Singleline)]
    private static partial Regex UnboundParameter { get; }

    private static ProblemDetails Problem(int status, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail };
}
