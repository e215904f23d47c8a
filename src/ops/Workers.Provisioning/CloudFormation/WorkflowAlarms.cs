using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The alarms of executions. Those that failed because a worker declined count too: the runbook tells them apart.</summary>
internal static class WorkflowAlarms
{
    /// <summary>Orders that are declined end so, every day.</summary>
    private const int UsualFailures = 10;

    public static IEnumerable<KeyValuePair<string, JsonObject>> All() =>
    [
        Of(
            "failed",
            "ExecutionsFailed",
            $"More than {UsualFailures} executions of the order workflow have failed within a minute.",
            UsualFailures),
        Of("timed-out", "ExecutionsTimedOut", "An execution of the order workflow took too long.", 0),
        AlarmSection.Alarm(
            "workflows-unclaimed",
            "An execution ended before it could lead its order, and nobody does.",
            AlarmSection.Single(
                MetricNames.Namespace, MetricNames.ExecutionsEnded, "Sum", MetricNames.Outcome, JsonValue.Create(MetricNames.Unclaimed)),
            0,
            periods: 1),
    ];

    private static KeyValuePair<string, JsonObject> Of(string name, string metric, string description, int threshold) => AlarmSection.Alarm(
        $"{Topology.OrderWorkflow.Name}-{name}",
        description,
        AlarmSection.Single(
            MetricNames.StatesNamespace, metric, "Sum", MetricNames.StateMachine, Fn.Ref(StateMachineSection.MachineId)),
        threshold,
        periods: 1);
}
