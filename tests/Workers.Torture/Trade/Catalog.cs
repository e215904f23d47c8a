using System.Globalization;

namespace Workers.Torture.Trade;

/// <summary>What is sold. Stocks double from product to product, so that runs of any length exhaust some and not others.</summary>
internal sealed class Catalog
{
    private const int PerBand = 24;
    private const int Plenty = 10_000_000;

    // So many begin just above their threshold: short runs buy some, too.
    private const int NearlyLow = 8;

    private readonly Dictionary<Band, Product[]> _bands = new()
    {
        [Band.Steady] = Of(Band.Steady, index => 20 << (index % 10)),
        [Band.Busy] = Of(Band.Busy, index => index < NearlyLow ? 12 : 20 << (index % 10)),
        [Band.Plentiful] = Of(Band.Plentiful, _ => Plenty),
        [Band.Unknown] = Of(Band.Unknown, _ => 0),
    };

    public IEnumerable<Product> Stocked => _bands.Values.SelectMany(products => products).Where(product => product.Band is not Band.Unknown);

    public IReadOnlyList<Product> In(Band band) => _bands[band];

    private static Product[] Of(Band band, Func<int, int> stock) =>
    [
        .. Enumerable.Range(0, PerBand).Select(index => new Product(
            string.Create(CultureInfo.InvariantCulture, $"{band}-{index:00}"), band, stock(index), Threshold: 10)),
    ];
}
