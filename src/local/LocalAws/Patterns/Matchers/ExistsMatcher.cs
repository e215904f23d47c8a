using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>Any value, null included.</summary>
internal sealed class ExistsMatcher : IValueMatcher
{
    public bool Matches(JsonElement value) => true;
}
