using System.Globalization;
using Microsoft.OpenApi;

namespace Workers.Producer.Following;

/// <summary>The preference <c>wait</c> of RFC 7240: how many seconds a caller would rather wait than ask again.</summary>
internal static class WaitPreference
{
    public const string Header = "Prefer";
    public const string AppliedHeader = "Preference-Applied";

    private const int LongestSeconds = 30;

    /// <summary>How long the caller would wait, at most 30 seconds; null where it would not, or nobody can read how long.</summary>
    public static TimeSpan? Of(HttpRequest request)
    {
        // Of a preference that stands twice, the first one counts. What comes behind ; are parameters, and wait has none.
        var stated = request.Headers[Header]
            .SelectMany(value => value?.Split(',') ?? [])
            .Select(preference => preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(preference => preference[0].Equals("wait", StringComparison.OrdinalIgnoreCase));
        return stated is [_, var value]
            && uint.TryParse(value.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds))
            : null;
    }

    /// <summary>What an answer says that was waited for.</summary>
    public static string Applied(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"wait={wait.TotalSeconds:0}");

    /// <summary>Tells of the header in a route's description.</summary>
    public static TBuilder AcceptsWait<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = Header,
                In = ParameterLocation.Header,
                Description = $"wait=N holds the answer until the order has ended, for N seconds at most; more than {LongestSeconds} is {LongestSeconds}. "
                    + $"{AppliedHeader} says that it was honoured: it is not while too many wait.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^wait=[0-9]+$" },
            });
            return Task.CompletedTask;
        });
}
