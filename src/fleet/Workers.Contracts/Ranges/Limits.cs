using Workers.Events;

namespace Workers.Contracts.Ranges;

/// <summary>
/// The ranges that the fields of every event keep to. A value outside is refused by the producer and poison to a consumer.
/// </summary>
public static class Limits
{
    /// <summary>The longest id, in characters; the shortest is 1.</summary>
    public const int Id = IdGrammar.Longest;

    /// <summary>
    /// The longest name, in characters of Unicode. The largest order, each of its products running low, tells every name twice in its
    /// marker, each character as 12 bytes of JSON at worst; and a marker takes 390 KB.
    /// </summary>
    public const int Name = 128;

    /// <summary>
    /// The longest e-mail address, in characters: what SMTP's paths leave of 256 without their brackets (RFC 5321, 4.5.3.1.3).
    /// </summary>
    public const int Email = 254;

    /// <summary>The longest free text, in characters of Unicode.</summary>
    public const int Text = 1_024;

    /// <summary>
    /// The most distinct products of one order: its transaction, with reservation and marker, must fit DynamoDB's 100 actions.
    /// </summary>
    public const int Products = 90;

    /// <summary>The most units of one product in one order, its lines summed; so that no sum of quantities overflows.</summary>
    public const int Quantity = 1_000_000;

    /// <summary>The most units that stock is set to, or grows by, at once.</summary>
    public const int Stock = 1_000_000_000;

    /// <summary>The longest span of time, in seconds.</summary>
    public const int Seconds = 1_000_000_000;

    /// <summary>The largest price or amount.</summary>
    public const long Money = 1_000_000_000_000;

    /// <summary>
    /// The most decimals of a price or amount: cents. With <see cref="Money"/> and <see cref="Quantity"/> it leaves DynamoDB's 38 digits
    /// room for the sum of more orders than a day can bring.
    /// </summary>
    public const int MoneyDecimals = 2;

    /// <summary>Cuts a text to so many characters; a half of a character that this would leave goes too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many, at most.</param>
    public static string Cut(string text, int most = Text) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
