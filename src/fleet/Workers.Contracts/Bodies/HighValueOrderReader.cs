using System.Text.Json.Nodes;
using Workers.Contracts.Upcasters;
using Workers.Events.Reading;

namespace Workers.Contracts.Bodies;

/// <summary>
/// Reads what the <c>high-value-orders</c> rule makes of an Order Placed. Id, time and metadata are those of the event inside,
/// its version too: a new major of Order Placed is one of High Value Order. A rule with a constant input, which tells nothing of the
/// order, is heard as well: SQS's message id is the event's then.
/// </summary>
internal sealed class HighValueOrderReader : IBodyReader
{
    private const string AlertType = "HIGH_VALUE_ORDER";

    /// <inheritdoc/>
    public JsonObject? ToEnvelope(JsonObject body)
    {
        if (body["alertType"] is not JsonValue value || !value.TryGetValue(out string? alertType) || alertType != AlertType)
        {
            return null;
        }

        var alert = new ForeignObject(body);
        if (!alert.Has("event"))
        {
            return Envelope(new() { ["alertType"] = AlertType, ["priority"] = alert.Text("priority") });
        }

        var inner = alert.Object("event");
        RefuseOthers(inner, "source", EventNames.OrderPlaced.Source);
        RefuseOthers(inner, "detail-type", EventNames.OrderPlaced.DetailType);
        var envelope = Envelope(new()
        {
            ["alertType"] = AlertType,
            ["priority"] = alert.Text("priority"),
            ["order"] = inner.Optional("detail"),
            ["metadata"] = inner.Object("detail").Optional("metadata"),
        });
        envelope["id"] = inner.Optional("id");
        envelope["time"] = inner.Optional("time");
        return envelope;
    }

    private static JsonObject Envelope(JsonObject detail) => new()
    {
        ["source"] = EventNames.HighValueOrder.Source,
        ["detail-type"] = EventNames.HighValueOrder.DetailType,
        ["detail"] = detail,
    };

    private static void RefuseOthers(ForeignObject inner, string member, string expected)
    {
        if (inner.Text(member).GetValue<string>() != expected)
        {
            throw inner.Problem(member, $"must be {expected}");
        }
    }
}
