using FsCheck;
using FsCheck.Fluent;

namespace Workers.Tests.Cli;

/// <summary>Inputs of publish, from good ones to noise: JSON put together of good and of hostile parts, cut off or spoilt here and there.</summary>
internal static class InputGen
{
    private static readonly string[] Texts =
    [
        "ecommerce.orders", "ecommerce.inventory", "Order Placed", "Inventory Updated", "P", "", " ", @"\u0000", @"\ud800", @"\udc00\ud800",
        @"\ud83d\ude00", "é", @"\n", @"{\""a\"":1,\""a\"":2}", "{}", "2026-01-15T10:00:00Z", "t10:00", new('x', 300),
    ];

    private static readonly string[] Names =
    [
        "source", "detail-type", "detail", "id", "time", "metadata", "eventId", "productId", "restock", "currentStock", "orderId", "items",
        "amount", @"\ud800", "",
    ];

    private static readonly string[] Scalars = ["null", "true", "0", "-1", "1", "1e1", "1e999", "2.0", "1e-400", "99999999999999999999999999"];

    public static Gen<string> Inputs =>
        from entries in Gen.ListOf(Value(4))
        from separator in Gen.Elements("\n", "", ",", "\r\n\n", " ")
        from isArray in Gen.Elements(true, false)
        from spoil in Gen.Frequency((4, Gen.Constant(-1)), (1, Gen.Choose(0, 200)))
        from character in Gen.Elements('{', '"', '\0', '\uFFFF', ']', '\\')
        select Spoil(isArray ? $"[{string.Join(',', entries)}]" : string.Join(separator, entries), spoil, character);

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency((2, Scalar), (4, Object(depth)), (1, Value(depth - 1).ListOf().Select(items => $"[{string.Join(',', items)}]")));

    private static Gen<string> Scalar => Gen.OneOf(Gen.Elements(Scalars), Gen.Elements(Texts).Select(text => $"\"{text}\""));

    private static Gen<string> Object(int depth) => (
        from name in Gen.Elements(Names)
        from value in Value(depth - 1)
        select $"\"{name}\":{value}").ListOf().Select(members => $"{{{string.Join(',', members)}}}");

    private static string Spoil(string text, int place, char character) =>
        place < 0 || place >= text.Length ? text : text[..place] + character + text[(place + 1)..];
}
