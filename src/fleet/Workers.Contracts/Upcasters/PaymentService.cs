using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Charges of <see cref="EventSources.PaymentService"/>, which names neither customer nor amount. They stand in the order's history, and
/// trigger nothing.
/// </summary>
internal static class PaymentService
{
    public static JsonObject ToPaymentProcessed(JsonObject detail)
    {
        var payment = new ForeignObject(detail);
        return new()
        {
            ["orderId"] = payment.Text("orderId"),
            ["paymentId"] = payment.Text("paymentId"),
            ["timestamp"] = payment.Optional("timestamp"),
            ["metadata"] = payment.Optional("metadata"),
        };
    }

    public static JsonObject ToPaymentFailed(JsonObject detail)
    {
        var payment = new ForeignObject(detail);
        return new()
        {
            ["orderId"] = payment.Text("orderId"),
            ["reason"] = payment.Text("reason"),
            ["timestamp"] = payment.Optional("timestamp"),
            ["metadata"] = payment.Optional("metadata"),
        };
    }
}
