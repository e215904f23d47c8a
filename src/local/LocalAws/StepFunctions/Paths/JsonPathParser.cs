using System.Globalization;
using System.Text;

namespace LocalAws.StepFunctions.Paths;

/// <summary>Reads paths, and the filters in them.</summary>
internal sealed class JsonPathParser(string text, int start = 0)
{
    private const string EndsName = ".[]()'\", \t\r\n=!<>&|";

    private int _at = start;

    /// <summary>Where it stands in the text.</summary>
    public int Position => _at;

    private bool IsAtEnd => _at >= text.Length;

    /// <summary>Reads a path that is the whole text.</summary>
    public JsonPath ParseWhole()
    {
        if (!TryTake("$"))
        {
            throw Refuse("it does not begin with $");
        }

        var path = ParseSteps();
        return IsAtEnd ? path : throw Refuse($"'{text[_at]}' is not expected at {_at}");
    }

    /// <summary>Reads steps, as many as there are, after a path's root.</summary>
    public JsonPath ParseSteps()
    {
        List<IPathStep> steps = [];
        while (!IsAtEnd)
        {
            if (TryTake(".."))
            {
                steps.Add(new DescentStep(TryTake("[") ? ParseBracket() : ParseName()));
            }
            else if (TryTake("."))
            {
                steps.Add(ParseName());
            }
            else if (TryTake("["))
            {
                steps.Add(ParseBracket());
            }
            else
            {
                break;
            }
        }

        return new JsonPath(steps);
    }

    private IPathStep ParseName()
    {
        if (TryTake("*"))
        {
            return new WildcardStep();
        }

        var name = new StringBuilder();
        while (!IsAtEnd && EndsName.IndexOf(text[_at], StringComparison.Ordinal) < 0)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            name.Append(text[_at++]);
        }

        if (name.Length == 0)
        {
            throw Refuse("a name is missing at its end or between dots");
        }

        if (!TryTake("()"))
        {
            return new MemberStep(name.ToString());
        }

        return name.ToString() == "length" ? new LengthStep() : throw Refuse($"the function {name}() is not supported");
    }

    private IPathStep ParseBracket()
    {
        SkipSpace();
        if (TryTake("?"))
        {
            SkipSpace();
            Expect("(");
            var filter = new FilterParser(text, _at);
            var parsed = filter.ParseCondition();
            _at = filter.Position;
            Expect(")");
            return Close(new FilterStep(parsed));
        }

        if (TryTake("*"))
        {
            return Close(new WildcardStep());
        }

        List<IPathStep> steps = [ParseSelector()];
        while (TryTake(","))
        {
            SkipSpace();
            steps.Add(ParseSelector());
        }

        return Close(steps.Count == 1 ? steps[0] : new UnionStep(steps));
    }

    private IPathStep ParseSelector()
    {
        if (!IsAtEnd && text[_at] is '\'' or '"')
        {
            var name = ParseQuoted();
            SkipSpace();
            return new MemberStep(name);
        }

        var from = ParseInteger();
        if (!TryTake(":"))
        {
            return new IndexStep(from ?? throw Refuse("what stands in brackets is neither a name in quotes nor a number"));
        }

        var to = ParseInteger();
        var step = TryTake(":") ? ParseInteger() ?? 1 : 1;
        return step > 0 ? new SliceStep(from, to, step) : throw Refuse("the step of a slice is not positive");
    }

    private IPathStep Close(IPathStep step)
    {
        SkipSpace();
        Expect("]");
        return step;
    }

    private string ParseQuoted()
    {
        var (quote, name) = (text[_at++], new StringBuilder());
        while (!IsAtEnd && text[_at] != quote)
        {
            // Before anything but the quote and another backslash, a backslash stands for itself.
            if (text[_at] == '\\' && _at + 1 < text.Length && (text[_at + 1] == quote || text[_at + 1] == '\\'))
            {
                _at++;
            }

            name.Append(text[_at++]);
        }

        Expect(quote.ToString());
        return name.ToString();
    }

    private int? ParseInteger()
    {
        SkipSpace();
        var from = _at;
        TryTake("-");
        while (!IsAtEnd && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        if (_at == from)
        {
            return null;
        }

        return int.TryParse(text[from.._at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refuse($"{text[from.._at]} is no place in an array");
    }

    private bool TryTake(string token)
    {
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        SkipSpace();
        if (!TryTake(token))
        {
            throw Refuse($"'{token}' is missing at {_at}");
        }
    }

    private void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private FormatException Refuse(string why) => new($"'{text}' is not a valid JSONPath: {why}.");
}
