using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Workers.Producer.Http;

/// <summary>
/// Writes a problem as JSON whatever the caller said to accept. The framework's own writer leaves the body empty where the caller
/// accepts no JSON, and logs an Error as if nobody had handled the fault.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var problem = context.ProblemDetails;
        problem.Status ??= response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Extensions.TryAdd("traceId", Activity.Current?.Id ?? context.HttpContext.TraceIdentifier);
        return new(response.WriteAsJsonAsync(problem, problem.GetType(), options: null, "application/problem+json"));
    }
}
