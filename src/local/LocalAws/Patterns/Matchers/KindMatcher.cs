using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>True, false or null.</summary>
internal sealed class KindMatcher(JsonValueKind kind) : IValueMatcher
{
    public bool Matches(JsonElement value) => value.ValueKind == kind;
}
