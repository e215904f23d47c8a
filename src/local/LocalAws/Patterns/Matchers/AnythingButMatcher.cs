using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>Any value, null included, that is none of those listed.</summary>
internal sealed class AnythingButMatcher(IValueMatcher[] listed) : IValueMatcher
{
    public bool Matches(JsonElement value) => !Array.Exists(listed, matcher => matcher.Matches(value));
}
