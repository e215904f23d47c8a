using System.Text;
using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>A string that is, begins with or ends with a text.</summary>
internal sealed class TextMatcher(
    string text, TextMatch match = TextMatch.Whole, StringComparison comparison = StringComparison.Ordinal) : IValueMatcher
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.String && (match, comparison) switch
    {
        (TextMatch.Whole, StringComparison.Ordinal) => value.ValueEquals(_utf8),
        (TextMatch.Whole, _) => string.Equals(value.GetString(), text, comparison),
        (TextMatch.Prefix, _) => value.GetString()!.StartsWith(text, comparison),
        _ => value.GetString()!.EndsWith(text, comparison),
    };
}
