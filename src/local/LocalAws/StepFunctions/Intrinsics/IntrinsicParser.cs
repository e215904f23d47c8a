using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;

namespace LocalAws.StepFunctions.Intrinsics;

/// <summary>Reads a call of an intrinsic function, with the calls in its arguments.</summary>
internal sealed class IntrinsicParser(string text)
{
    // "You can nest up to 10 intrinsic functions within a field."
    private const int MaxDepth = 10;

    private int _at;

    /// <exception cref="FormatException">The text is no call of a function that there is.</exception>
    public IExpression Parse()
    {
        var call = ParseCall(1);
        return _at == text.Length ? call : throw Refuse($"'{text[_at]}' is not expected at {_at}");
    }

    private IntrinsicCall ParseCall(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Refuse($"functions are nested more than {MaxDepth} deep");
        }

        var from = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '_'))
        {
            _at++;
        }

        var name = text[from.._at];
        var function = IntrinsicFunction.Find(name) ?? throw Refuse($"there is no function {name}");
        Expect('(');
        List<IExpression> arguments = [];
        SkipSpace();
        while (!TryTake(')'))
        {
            if (arguments.Count > 0)
            {
                Expect(',');
            }

            arguments.Add(ParseArgument(depth));
            SkipSpace();
        }

        return arguments.Count >= function.Fewest && arguments.Count <= function.Most
            ? new IntrinsicCall(text[from.._at], function, arguments)
            : throw Refuse($"{name} takes {function.Arity} arguments, not {arguments.Count}");
    }

    private IExpression ParseArgument(int depth)
    {
        SkipSpace();
        if (_at >= text.Length)
        {
            throw Refuse("it ends before its arguments do");
        }

        if (text[_at] == '\'')
        {
            return ParseString();
        }

        if (text[_at] == '$')
        {
            return new PathExpression(ValuePath.Parse(TakePath()));
        }

        if (string.CompareOrdinal(text, _at, "States.", 0, 7) == 0)
        {
            return ParseCall(depth + 1);
        }

        var from = _at;
        while (_at < text.Length && text[_at] is not (',' or ')' or ' '))
        {
            _at++;
        }

        return text[from.._at] switch
        {
            "null" => new Literal("null", null),
            "true" => new Literal("true", JsonValue.Create(true)),
            "false" => new Literal("false", JsonValue.Create(false)),
            var word when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                new Literal(word, JsonValue.Create(whole)),
            var word when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                new Literal(word, JsonValue.Create(number)),
            var word => throw Refuse($"'{word}' is no argument"),
        };
    }

    private StringLiteral ParseString()
    {
        var (from, content) = (++_at, new StringBuilder());
        while (_at < text.Length && text[_at] != '\'')
        {
            if (text[_at] != '\\')
            {
                content.Append(text[_at++]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] is '\'' or '{' or '}' or '\\')
            {
                content.Append(text[_at + 1]);
                _at += 2;
            }
            else
            {
                throw Refuse("a backslash stands before something else than ', {, } or another one");
            }
        }

        return _at < text.Length ? new StringLiteral(text[from.._at++], content.ToString()) : throw Refuse("a string has no end");
    }

    // A path ends at a comma or parenthesis that is not within its own brackets, parentheses or quotes.
    private string TakePath()
    {
        var (from, depth, quote) = (_at, 0, '\0');
        for (; _at < text.Length; _at++)
        {
            var character = text[_at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character is '[' or '(')
            {
                depth++;
            }
            else if (character is ']' or ')' && depth > 0)
            {
                depth--;
            }
            else if (character is ',' or ')' && depth == 0)
            {
                break;
            }
        }

        return text[from.._at].TrimEnd();
    }

    private bool TryTake(char token)
    {
        if (_at >= text.Length || text[_at] != token)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char token)
    {
        SkipSpace();
        if (!TryTake(token))
        {
            throw Refuse($"'{token}' is missing at {_at}");
        }
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private FormatException Refuse(string why) => new($"'{text}' is not a valid intrinsic function call: {why}.");
}
