using System.Text.Json.Nodes;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The alarms of orders and money: each is one order, or one refund, that somebody must look at.</summary>
internal static class OrderAlarms
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> All() =>
    [
        Any("orders-unpaid", "An order was not paid in time, and has failed.", MetricNames.DeadlinesMissed, MetricNames.PaymentAwaited),
        Any("orders-unshipped", "An order was paid, and no carrier has answered in time.", MetricNames.DeadlinesMissed, MetricNames.ShipmentAwaited),
        Any("refunds-refused", "The payment provider refuses to give a charge back.", MetricNames.Refunds, MetricNames.Refused),
    ];

    private static KeyValuePair<string, JsonObject> Any(string name, string description, string metric, string outcome) => AlarmSection.Alarm(
        name,
        description,
        AlarmSection.Single(MetricNames.Namespace, metric, "Sum", MetricNames.Outcome, JsonValue.Create(outcome)),
        0,
        periods: 1);
}
