using System.Security.Claims;

namespace Workers.Console.Security;

/// <summary>Who looks and acts.</summary>
/// <param name="Name">What the audit trail calls them.</param>
internal sealed record Operator(string Name)
{
    /// <summary>Bound by the framework.</summary>
    public static ValueTask<Operator> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    // Nobody signs in where the console listens on loopback alone: then it is whoever is at this machine.
    public static Operator Of(ClaimsPrincipal user) => new(
        user.FindFirst("preferred_username")?.Value
        ?? user.FindFirst("email")?.Value
        ?? user.Identity?.Name
        ?? user.FindFirst("sub")?.Value
        ?? $"{Environment.UserName}@{Environment.MachineName}");
}
