using System.Text.Json;
using LocalAws.Patterns;

namespace LocalAws.Tests.Patterns;

/// <summary>Asks a pattern about an event, both as JSON.</summary>
internal static class PatternVerdict
{
    public static bool Matches(string pattern, string @event) => EventPattern.Parse(pattern).Matches(JsonElement.Parse(@event));

    /// <summary>Why the pattern is refused.</summary>
    public static string Refusal(string pattern) =>
        Assert.Throws<InvalidEventPatternException>(() => EventPattern.Parse(pattern)).Message;
}
