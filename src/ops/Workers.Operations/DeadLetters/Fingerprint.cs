using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Workers.Operations.DeadLetters;

/// <summary>
/// What dead letters of one cause have in common: the event, the exception's type, and the reason without what differs from letter to
/// letter. Letters of one queue and one fingerprint are a group.
/// </summary>
internal static partial class Fingerprint
{
    private const int Digits = 12;

    /// <summary>The fingerprint, in twelve digits.</summary>
    public static string Of(DeadLetter letter) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', letter.Event, letter.ExceptionType, Shape(letter.Reason)))))[..Digits];

    /// <summary>A reason without ids, numbers and quoted values.</summary>
    public static string Shape(string reason) => Varying.Replace(reason, "…");

    [GeneratedRegex("""'[^']*'|"[^"]*"|\b[\w-]*\d[\w-]*\b""")]
    private static partial Regex Varying { get; }
}
