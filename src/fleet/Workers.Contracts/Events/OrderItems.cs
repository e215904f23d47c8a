using Workers.Contracts.Ranges;

namespace Workers.Contracts.Events;

/// <summary>What holds of every list of order lines.</summary>
internal static class OrderItems
{
    private const string Field = "items";

    public static void Check(ref Findings found, IReadOnlyList<OrderItem> items)
    {
        if (items.Count == 0)
        {
            found.Add(Field, $"must hold at least one line");
        }

        var units = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            // The serializer keeps null out of members, not out of lists.
            if (items[i] is not { } item)
            {
                found.Add(new(Field, i), $"must be an object");
                return;
            }

            found.Id(new(Field, i, "productId"), item.ProductId);
            found.Quantity(new(Field, i, "quantity"), item.Quantity);
            found.Money(new(Field, i, "price"), item.Price);
            found.Name(new(Field, i, "name"), item.Name);
            units += item.Quantity;
        }

        if (items.Count > Limits.Products || units > Limits.Quantity)
        {
            CheckTotals(ref found, items);
        }
    }

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

    private static void CheckTotals(ref Findings found, IReadOnlyList<OrderItem> items)
    {
        var products = items.GroupBy(item => item.ProductId).ToList();
        if (products.Count > Limits.Products)
        {
            found.Add(Field, $"must hold at most {Limits.Products} distinct products");
        }

        if (products.Exists(lines => lines.Count() > 1 && lines.Sum(line => (long)line.Quantity) > Limits.Quantity))
        {
            found.Add(Field, $"must hold at most {Limits.Quantity:N0} units of one product, its lines added up");
        }
    }
}
