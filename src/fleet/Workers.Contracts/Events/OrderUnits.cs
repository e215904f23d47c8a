using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workers.Contracts.Events;

/// <summary>What makes two orders of one id the same order: who, what for how much, and the units; not the order of the lines.</summary>
public static class OrderUnits
{
    private const int HashBytes = 16;

    /// <summary>Whether two lists have the same units of the same products, one line per product each.</summary>
    public static bool AreSame(IEnumerable<OrderItem> one, IEnumerable<OrderItem> other) => Of(one).SetEquals(Of(other));

    /// <summary>The same text for the same order, and another one for any other order under its id.</summary>
    public static string Fingerprint(OrderPlaced order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Fingerprint(order.CustomerId, order.Amount, order.Products);
    }

    /// <summary>The same of an order's parts.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="amount">For how much.</param>
    /// <param name="products">One line per product.</param>
    public static string Fingerprint(string customerId, decimal amount, IEnumerable<OrderItem> products)
    {
        var lines = products.OrderBy(line => line.ProductId, StringComparer.Ordinal).Select(line => $"{line.ProductId}*{line.Quantity}");
        var text = string.Create(CultureInfo.InvariantCulture, $"{customerId}|{amount:0.00}|{string.Join('|', lines)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
    }

    private static HashSet<(string, int)> Of(IEnumerable<OrderItem> lines) => [.. lines.Select(line => (line.ProductId, line.Quantity))];
}
