using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Workers.Events;
using Workers.Events.Publishing;
using IExceptionHandler = Microsoft.AspNetCore.Diagnostics.IExceptionHandler;

namespace Workers.Producer.Http;

/// <summary>Answers every known fault with RFC 9457 problem details that name the field and what is wrong with it.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan UsualRetry = TimeSpan.FromSeconds(5);

    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception, context) is not { } problem)
        {
            return ValueTask.FromResult(false);
        }

        if (problem.Status is StatusCodes.Status503ServiceUnavailable)
        {
            var cause = exception.InnerException ?? exception;
            LogUnavailable(context.Request.Method, context.Request.Path, problem.Title!, cause.GetType().Name, cause.Message);
        }

        SetHeaders(context.Response, problem.Status!.Value, exception);
        return problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    private static void SetHeaders(HttpResponse response, int status, Exception exception)
    {
        response.StatusCode = status;
        var retryAfter = exception is ProblemException problem ? problem.RetryAfter
            : status is StatusCodes.Status503ServiceUnavailable ? UsualRetry : null;
        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (status is StatusCodes.Status408RequestTimeout)
        {
            response.Headers.Connection = "close";   // the rest of the body is not worth waiting for
        }
    }

    private static ProblemDetails? Describe(Exception exception, HttpContext context) => exception switch
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
        ProblemException problem => Problem(problem.Status, problem.Message, problem.Detail),
        BadHttpRequestException { InnerException: JsonException json } => Problem(
            StatusCodes.Status400BadRequest, "The body is not valid JSON.", json.Message),
        BadHttpRequestException bad when UnboundParameter.Match(bad.Message) is { Success: true } unbound => Describe(
            new InvalidRequestException(unbound.Groups["name"].Value, $"cannot be read from {unbound.Groups["value"].Value}"), context),
        BadHttpRequestException bad => Problem(bad.StatusCode, "The request is not valid.", bad.Message),
        EventTooLargeException tooLarge => Problem(
            StatusCodes.Status413PayloadTooLarge, "The event is larger than EventBridge takes.", tooLarge.Message),
        _ => AwsFailures.Of(exception, context.RequestAborted) switch
        {
            null or AwsFailure.Refused => null,   // our own fault: 500, and an error in the log
            _ => AwsDoesNotAnswer(context.Request),
        },
    };

    // What the bus does not take is told by BusGate. Whatever else a write asks of AWS, it asks before it publishes.
    private static ProblemDetails AwsDoesNotAnswer(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        ? Problem(StatusCodes.Status503ServiceUnavailable, "The answer cannot be read just now.", "AWS does not answer. Try again later.")
        : Problem(
            StatusCodes.Status503ServiceUnavailable,
            "The request cannot be checked just now.",
            "AWS does not answer. Nothing was published. Try again later, with the same Idempotency-Key if you gave one.");

    // What ASP.NET Core says of a query parameter; it tells the name in no other way.
    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>\\w+)\" from (?<value>\".*\")\\.$", RegexOptions.Singleline)]
    private static partial Regex UnboundParameter { get; }

    private static ProblemDetails Problem(int status, string title, string detail) =>
        new() { Status = status, Title = title, Detail = detail };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} is answered with 503: {Title} {Cause}: {Reason}")]
    private partial void LogUnavailable(string method, PathString path, string title, string cause, string reason);
}
