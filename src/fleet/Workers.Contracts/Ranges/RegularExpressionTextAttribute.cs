using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Workers.Contracts.Ranges;

/// <summary>A short text of one form.</summary>
public abstract class RegularExpressionTextAttribute : StringLengthAttribute, IHasPattern
{
    private readonly Regex _form;

    private protected RegularExpressionTextAttribute(string pattern, int least, int most, string expected)
        : base(most)
    {
        MinimumLength = least;
        ErrorMessage = expected;
        Pattern = pattern;
        _form = new(pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);   // to .NET, $ also stands before a last line feed
    }

    /// <inheritdoc/>
    public string Pattern { get; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null || (value is string text && text.Length >= MinimumLength && text.Length <= MaximumLength && _form.IsMatch(text));
}
