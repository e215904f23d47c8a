using System.Buffers;

namespace Workers.Events;

/// <summary>
/// What an id may be, whatever it is the id of: an event, an order, a product, a customer. Ids go into paths, headers, addresses, logs and
/// the keys of tables, so an id is what all of them carry as it is. It is checked once, where it comes in.
/// </summary>
public static class IdGrammar
{
    /// <summary>The longest id, in characters; the shortest is 1.</summary>
    public const int Longest = 128;

    /// <summary>The grammar as a regular expression of JSON Schema; <see cref="Longest"/> comes on top.</summary>
    public const string Pattern = @"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$";

    /// <summary>The grammar in words, for whoever broke it.</summary>
    public const string Expected = "must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Whether a text may be an id.</summary>
    public static bool Allows(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= Longest
        && !text.ContainsAnyExcept(Allowed)
        && text[0] != '.'
        && text[^1] != '.'
        && !text.Contains("..", StringComparison.Ordinal);
}
