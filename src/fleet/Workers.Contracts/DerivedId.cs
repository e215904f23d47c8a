using System.Security.Cryptography;
using System.Text;

namespace Workers.Contracts;

/// <summary>Ids that follow from an order's: one order has one payment and one shipment, whoever asks and however often.</summary>
public static class DerivedId
{
    private const int Digits = 24;

    /// <summary>The id of an order's payment.</summary>
    public static string OfPayment(string orderId) => Of("pay", orderId);

    /// <summary>The id of an order's shipment.</summary>
    public static string OfShipment(string orderId) => Of("ship", orderId);

    private static string Of(string kind, string orderId) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(orderId)))[..Digits]}";
}
