using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalAws.StepFunctions.Paths;

/// <summary>
/// Reads the condition of a filter: comparisons and paths, joined by <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and parentheses.
/// </summary>
internal sealed class FilterParser(string text, int start)
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private int _at = start;

    /// <summary>Where it stands in the text.</summary>
    public int Position => _at;

    /// <exception cref="FormatException">There is no condition.</exception>
    public IFilter ParseCondition() =>
        ParseJoined("||", () => ParseJoined("&&", ParseUnary, all => new AllFilter(all)), any => new AnyFilter(any));

    private IFilter ParseJoined(string joint, Func<IFilter> parse, Func<IReadOnlyList<IFilter>, IFilter> join)
    {
        List<IFilter> parts = [parse()];
        while (TryTake(joint))
        {
            parts.Add(parse());
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private IFilter ParseUnary()
    {
        if (TryTake("!"))
        {
            return new NoFilter(ParseUnary());
        }

        if (TryTake("("))
        {
            var inner = ParseCondition();
            return TryTake(")") ? inner : throw Refuse("')' is missing");
        }

        var left = ParseOperand();
        if (TryTake("=~"))
        {
            return new RegexFilter(left, ParseRegex());
        }

        return ComparisonFilter.Operators.FirstOrDefault(TryTake) is { } comparison
            ? new ComparisonFilter(left, comparison, ParseOperand())
            : new ExistsFilter(left);
    }

    private FilterOperand ParseOperand()
    {
        SkipSpace();
        if (_at >= text.Length)
        {
            throw Refuse("it ends before its condition does");
        }

        if (text[_at] is '@' or '$')
        {
            var isFromRoot = text[_at] == '$';
            var path = new JsonPathParser(text, _at + 1);
            var steps = path.ParseSteps();
            _at = path.Position;
            return new FilterOperand(steps, isFromRoot, null);
        }

        return new FilterOperand(null, false, ParseConstant());
    }

    private JsonNode? ParseConstant()
    {
        SkipSpace();
        if (text[_at] is '\'' or '"')
        {
            return JsonValue.Create(ParseQuoted());
        }

        if (TryTake("["))
        {
            var list = new JsonArray();
            while (!TryTake("]"))
            {
                list.Add(ParseConstant());
                TryTake(",");
            }

            return list;
        }

        var from = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        var word = text[from.._at];
        return word is "true" or "false" or "null" || decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? ReadJson(word)
            : throw Refuse($"'{word}' is neither a path nor a constant");
    }

    private JsonNode? ReadJson(string word)
    {
        try
        {
            return JsonText.Parse(word);
        }
        catch (JsonException)
        {
            throw Refuse($"'{word}' is no number of JSON");
        }
    }

    private string ParseQuoted()
    {
        var (quote, content) = (text[_at++], new StringBuilder());
        while (_at < text.Length && text[_at] != quote)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            content.Append(text[_at++]);
        }

        return _at++ < text.Length ? content.ToString() : throw Refuse("a string has no end");
    }

    private Regex ParseRegex()
    {
        SkipSpace();
        var end = _at < text.Length && text[_at] == '/' ? text.IndexOf('/', _at + 1) : -1;
        if (end < 0)
        {
            throw Refuse("a regular expression stands between slashes");
        }

        var pattern = text[(_at + 1)..end];
        _at = end + 1;
        var options = TryTake("i") ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant;
        try
        {
            return new Regex(pattern, options, LongestMatch);
        }
        catch (ArgumentException)
        {
            throw Refuse($"/{pattern}/ is no regular expression");
        }
    }

    private bool TryTake(string token)
    {
        SkipSpace();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private FormatException Refuse(string why) => new($"'{text}' is not a valid JSONPath: {why}.");
}
