namespace Workers.Local.Demo;

/// <summary>What the demo sells. Nobody can buy all there is of a plentiful product; a scarce one is what everybody wants.</summary>
internal static class Catalog
{
    public const int PlentifulStock = 10_000;
    public const int ScarceStock = 10;
    public const int Threshold = 3;
    public const string Unknown = "UNICORN-001";

    public static IReadOnlyList<string> Plentiful { get; } =
        ["LAPTOP-001", "MOUSE-001", "DESK-001", "LAMP-001", "CHAIR-001", "PHONE-001", "CABLE-001", "BOOK-001"];

    public static IReadOnlyList<string> Scarce { get; } = ["TICKET-001", "VINYL-001"];

    public static int StockOf(string productId) => Scarce.Contains(productId) ? ScarceStock : PlentifulStock;
}
