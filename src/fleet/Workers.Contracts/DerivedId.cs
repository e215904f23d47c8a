using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workers.Events;

namespace Workers.Contracts;

/// <summary>
/// Ids that follow from another: one order has one payment and one shipment, and a product's third purchase order is one, whoever asks and
/// however often.
/// </summary>
public static class DerivedId
{
    private const int Digits = 24;

    /// <summary>The id of an order's payment.</summary>
    public static string OfPayment(string orderId) => Of("pay", orderId);

    /// <summary>The id of an order's shipment.</summary>
    public static string OfShipment(string orderId) => Of("ship", orderId);

    /// <summary>The id of a product's purchase order: it names the product, unless that would be too long for an id.</summary>
    public static string OfPurchaseOrder(string productId, int number)
    {
        var readable = string.Create(CultureInfo.InvariantCulture, $"po-{productId}-{number}");
        return readable.Length <= IdGrammar.Longest
            ? readable
            : string.Create(CultureInfo.InvariantCulture, $"{Of("po", productId)}-{number}");
    }

    private static string Of(string kind, string id) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..Digits]}";
}
