using System.Buffers;

namespace LocalAws.DynamoDb.Expressions;

/// <summary>Splits an expression into tokens. It refuses nothing: what begins no token becomes an unknown one.</summary>
internal static class Tokenizer
{
    /// <summary>What names and placeholders are made of.</summary>
    public static readonly SearchValues<char> WordParts =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static List<Token> Split(string expression)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            while (position < expression.Length && char.IsWhiteSpace(expression[position]))
            {
                position++;
            }

            if (position == expression.Length)
            {
                tokens.Add(new Token(TokenKind.End, "<EOF>", position));
                return tokens;
            }

            var token = Next(expression, position);
            tokens.Add(token);
            position = token.End;
        }
    }

    private static Token Next(string expression, int start)
    {
        var rest = expression.AsSpan(start);
        var (kind, length) = rest[0] switch
        {
            '#' when WordLength(rest[1..]) is var word and > 0 => (TokenKind.NamePlaceholder, word + 1),
            ':' when WordLength(rest[1..]) is var word and > 0 => (TokenKind.ValuePlaceholder, word + 1),
            >= '0' and <= '9' => (TokenKind.Index, LengthOf(Digits, rest)),
            _ when char.IsAsciiLetter(rest[0]) => (TokenKind.Name, WordLength(rest)),
            _ when SymbolLength(rest) is var symbol and > 0 => (TokenKind.Symbol, symbol),
            _ => (TokenKind.Unknown, 1),
        };
        return new Token(kind, rest[..length].ToString(), start);
    }

    private static int WordLength(ReadOnlySpan<char> rest) => LengthOf(WordParts, rest);

    private static int LengthOf(SearchValues<char> characters, ReadOnlySpan<char> rest) =>
        rest.IndexOfAnyExcept(characters) is var end and >= 0 ? end : rest.Length;

    private static int SymbolLength(ReadOnlySpan<char> rest) => rest switch
    {
        ['<', '>' or '=', ..] or ['>', '=', ..] => 2,
        ['=' or '<' or '>' or '(' or ')' or '[' or ']' or '.' or ',' or '+' or '-', ..] => 1,
        _ => 0,
    };
}

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + (Kind == TokenKind.End ? 0 : Text.Length);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string keyword) =>
        Kind == TokenKind.Name && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a piece of an expression is.</summary>
internal enum TokenKind
{
    /// <summary>An attribute's or a function's name, or a keyword.</summary>
    Name,

    /// <summary>A <c>#name</c>.</summary>
    NamePlaceholder,

    /// <summary>A <c>:value</c>.</summary>
    ValuePlaceholder,

    /// <summary>Digits: a list index.</summary>
    Index,

    /// <summary>An operator, a bracket, a comma or a dot.</summary>
    Symbol,

    /// <summary>A character that begins nothing.</summary>
    Unknown,

    /// <summary>After the last token.</summary>
    End,
}
