using System.Globalization;
using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>What holds of every list of order lines.</summary>
internal static class OrderItems
{
    private const string Field = "items";

    /// <summary>What is wrong with the lines together, each of which is in range.</summary>
    public static IEnumerable<Violation> Violations(IReadOnlyList<OrderItem> items) =>
        items.Count > Limits.Products || items.Sum(item => (long)item.Quantity) > Limits.Quantity ? CheckTotals(items) : [];

    /// <summary>One line per product, in the order of their first lines.</summary>
    public static IReadOnlyList<OrderItem> Summed(IReadOnlyList<OrderItem> items)
    {
        var products = new OrderedDictionary<string, OrderItem>(items.Count);
        foreach (var item in items)
        {
            products[item.ProductId] = products.TryGetValue(item.ProductId, out var earlier) ? Add(earlier, item) : item;
        }

        return products.Values;
    }

    private static OrderItem Add(OrderItem earlier, OrderItem item) =>
        earlier with
        {
            Quantity = checked(earlier.Quantity + item.Quantity),
            Price = earlier.Price == item.Price ? item.Price : null,
            Name = earlier.Name ?? item.Name,
        };

    private static IEnumerable<Violation> CheckTotals(IReadOnlyList<OrderItem> items)
    {
        var products = items.GroupBy(item => item.ProductId).ToList();
        if (products.Count > Limits.Products)
        {
            yield return new(Field, $"must hold at most {Limits.Products} distinct products");
        }

        if (products.Exists(lines => lines.Sum(line => (long)line.Quantity) > Limits.Quantity))
        {
            var most = Limits.Quantity.ToString("N0", CultureInfo.InvariantCulture);
            yield return new(Field, $"must hold at most {most} units of one product, its lines added up");
        }
    }
}
