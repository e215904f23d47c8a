using System.Text.Json.Nodes;

namespace Workers.Contracts.Upcasters;

/// <summary>
/// Failures of <see cref="EventSources.ShippingService"/>, with what it wants undone. They stand in the order's history, and trigger
/// nothing.
/// </summary>
internal static class ShippingService
{
    private const string NoReason = "The shipping service gave no reason.";

    public static JsonObject ToShippingFailed(JsonObject detail)
    {
        var failure = new ForeignObject(detail);
        return new()
        {
            ["orderId"] = failure.Text("orderId"),
            ["reason"] = failure.Optional("reason") ?? NoReason,
            ["compensationRequired"] = failure.Optional("compensationRequired"),
            ["timestamp"] = failure.Optional("timestamp"),
            ["metadata"] = failure.Optional("metadata"),
        };
    }
}
