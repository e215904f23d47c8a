using Microsoft.AspNetCore.Http.HttpResults;
using Workers.Console.Pages;

namespace Workers.Console.Security;

/// <summary>The page of whoever is not let in, is out again, or asked in vain.</summary>
internal static class Door
{
    public static RazorComponentResult<DoorPage> Page(int status, string title, string text, string? endOfSession = null) =>
        new(new { Title = title, Text = text, MaySignOut = status == StatusCodes.Status403Forbidden, EndOfSession = endOfSession })
        {
            StatusCode = status,
        };
}
