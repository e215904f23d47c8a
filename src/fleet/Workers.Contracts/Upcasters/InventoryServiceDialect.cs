using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Events;

namespace Workers.Contracts.Upcasters;

/// <summary>Failed reservations of a service that speaks under our own names: the reason is in its own words.</summary>
internal static class InventoryServiceDialect
{
    private const string Reason = "reason";

    public static JsonObject? ToReservationFailed(JsonObject detail)
    {
        if (detail[Reason]?.GetValueKind() is not JsonValueKind.String
            || detail[Reason]!.GetValue<string>() is var words && Enum.GetNames<ReservationFailure>().Contains(words))
        {
            return null;
        }

        var reason = words switch
        {
            "Product not found" => ReservationFailure.ProductNotFound,
            "Insufficient stock" => ReservationFailure.InsufficientStock,
            _ => ReservationFailure.Other,
        };
        var failed = detail.DeepClone().AsObject();
        failed[Reason] = reason.ToString();
        if (reason is ReservationFailure.Other)
        {
            failed["explanation"] ??= words;
        }

        return failed;
    }
}
