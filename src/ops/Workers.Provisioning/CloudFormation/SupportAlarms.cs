using System.Text.Json.Nodes;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The alarm of support: a customer whom nobody is left to look after.</summary>
internal static class SupportAlarms
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> All() =>
    [
        AlarmSection.Alarm(
            "tickets-stuck",
            "A ticket is overdue at the last level.",
            AlarmSection.Single(
                MetricNames.Namespace, MetricNames.TicketsOverdue, "Sum", MetricNames.Outcome, JsonValue.Create(MetricNames.Stuck)),
            0,
            periods: 1),
    ];
}
