using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workers.Engine;

namespace Workers.Operations.DeadLetters;

/// <summary>What dead letters have in common that are here for one cause: handler, exception, and where it was thrown or, else, the reason.</summary>
/// <param name="Id">Eight letters and digits that stand for all of it; the same tomorrow.</param>
/// <param name="Handler">Who failed or rejected it; null where no handler had it, or the letter does not say.</param>
/// <param name="ExceptionType">What was thrown; null where nothing was.</param>
/// <param name="Place">Where, in the handler's own code; else the reason, without what differs from letter to letter.</param>
internal sealed partial record Fingerprint(string Id, string? Handler, string? ExceptionType, string Place)
{
    public static Fingerprint Of(DeadLetter letter)
    {
        var handler = letter.Attributes.GetValueOrDefault(DeadLetterAttributes.Handler);
        var place = letter.Attributes.GetValueOrDefault(DeadLetterAttributes.Place) ?? Particular.Replace(letter.Reason, "…");
        return new(IdOf($"{handler}|{letter.ExceptionType}|{place}"), handler, letter.ExceptionType, place);
    }

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    // Words with a digit in them: ids, numbers, times.
    [GeneratedRegex(@"[\w.:+-]*\d[\w.:+-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Particular { get; }
}
