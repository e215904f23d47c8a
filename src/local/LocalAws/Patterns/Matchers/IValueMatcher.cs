using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>One of the values that a pattern lists for a field.</summary>
internal interface IValueMatcher
{
    /// <summary>Whether a string, number, boolean or null of the event is what was listed.</summary>
    bool Matches(JsonElement value);
}
