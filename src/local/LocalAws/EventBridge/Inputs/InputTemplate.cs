using System.Text;
using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Inputs;

/// <summary>The text of an <c>InputTemplate</c>, taken apart at its <c>&lt;variables&gt;</c>.</summary>
/// <remarks>
/// Between quotation marks a value gives its text; elsewhere it gives its JSON. A missing value gives nothing, or <c>""</c>.
/// In a template that is a string, an object or array gives its JSON without quotation marks. In a template that is an object,
/// such a value between quotation marks makes the whole invalid. AWS was seen to treat missing values, objects and arrays so.
/// </remarks>
internal sealed partial class InputTemplate
{
    private readonly List<TemplatePart> _parts = [];
    private readonly bool _isText;

    public InputTemplate(string template)
    {
        _isText = template.AsSpan().TrimStart().StartsWith('"');
        var (position, isInString) = (0, false);
        foreach (Match match in Placeholder().Matches(template))
        {
            AddLiteral(template[position..match.Index], ref isInString);
            _parts.Add(new TemplatePart(match.Groups[1].Value, IsVariable: true, isInString));
            position = match.Index + match.Length;
        }

        AddLiteral(template[position..], ref isInString);
    }

    /// <summary>The names of the variables, as often as they occur.</summary>
    public IEnumerable<string> Variables => _parts.Where(part => part.IsVariable).Select(part => part.Text);

    /// <summary>Puts values, given as JSON or null, in the variables' places.</summary>
    public string Fill(Func<string, string?> value)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part switch
            {
                { IsVariable: false } => part.Text,
                { IsInString: false } => value(part.Text) ?? "\"\"",
                _ => InString(value(part.Text)),
            });
        }

        return text.ToString();
    }

    private string? InString(string? json) => json switch
    {
        ['"', .., '"'] => json[1..^1],
        ['{' or '[', ..] when _isText => json.Replace("\"", "", StringComparison.Ordinal),
        _ => json,
    };

    private void AddLiteral(string text, ref bool isInString)
    {
        _parts.Add(new TemplatePart(text, IsVariable: false, isInString));
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' when isInString:
                    index++;
                    break;
                case '"':
                    isInString = !isInString;
                    break;
            }
        }
    }

    [GeneratedRegex(@"<([A-Za-z0-9_.\-]+)>")]
    private static partial Regex Placeholder();
}

/// <summary>A piece of a template: a literal text, or a variable.</summary>
/// <param name="Text">The text, or the variable's name.</param>
/// <param name="IsVariable">Which of the two it is.</param>
/// <param name="IsInString">Whether it stands between quotation marks.</param>
internal readonly record struct TemplatePart(string Text, bool IsVariable, bool IsInString);
