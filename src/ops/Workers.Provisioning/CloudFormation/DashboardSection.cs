using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>One page of what an operator looks at first.</summary>
internal static class DashboardSection
{
    public const string LogicalId = "Dashboard";

    private const int Width = 12;
    private const int Height = 6;
    private const string Prefix = $"${{{Parameters.Prefix}}}";

    public static KeyValuePair<string, JsonObject> Resource()
    {
        JsonObject[] widgets =
        [
            Widget("Waiting", "Maximum", PerQueue(MetricNames.SqsNamespace, MetricNames.Visible, MetricNames.SqsQueue)),
            Widget("Oldest message, seconds", "Maximum", PerQueue(MetricNames.SqsNamespace, MetricNames.Age, MetricNames.SqsQueue)),
            Widget("In flight", "Maximum", PerQueue(MetricNames.SqsNamespace, MetricNames.InFlight, MetricNames.SqsQueue)),
            Widget("Dead letters", "Maximum", DeadLetters()),
            Widget("Handling, seconds, p99", "p99", PerQueue(MetricNames.Namespace, MetricNames.ProcessDuration, MetricNames.Queue)),
            Widget("Sent to handled, seconds, p99", "p99", PerQueue(MetricNames.Namespace, MetricNames.SentToHandled, MetricNames.Queue)),
            Widget("Errors", "Sum", Errors()),
            Widget("Entries put on buses", "Sum",
                [[MetricNames.EventsNamespace, MetricNames.PutEntries], [MetricNames.EventsNamespace, MetricNames.FailedEntries]]),
        ];
        foreach (var (index, widget) in widgets.Index())
        {
            widget["x"] = index % 2 * Width;
            widget["y"] = index / 2 * Height;
        }

        return new(LogicalId, CloudFormation.Resource.Of("AWS::CloudWatch::Dashboard", new()
        {
            ["DashboardName"] = Fn.Name("workers"),
            ["DashboardBody"] = Fn.Sub(new JsonObject { ["widgets"] = new JsonArray([.. widgets]) }.ToJsonString(TemplateYaml.EmbeddedJson)),
        }));
    }

    private static IEnumerable<string[]> PerQueue(string ns, string metric, string dimension) =>
        Topology.Consumptions.Select(consumes => (string[])[ns, metric, dimension, Prefix + consumes.Queue.Name]);

    private static IEnumerable<string[]> DeadLetters() =>
        Topology.Queues.Where(queue => queue.Redrive is null)
            .Select(queue => (string[])[MetricNames.SqsNamespace, MetricNames.Visible, MetricNames.SqsQueue, Prefix + queue.Name]);

    private static IEnumerable<string[]> Errors() =>
        from queue in PerQueue(MetricNames.Namespace, MetricNames.Settled, MetricNames.Queue)
        from outcome in MetricNames.Errors
        select (string[])[.. queue, MetricNames.Outcome, outcome];

    private static JsonObject Widget(string title, string statistic, IEnumerable<string[]> metrics) => new()
    {
        ["type"] = "metric",
        ["width"] = Width,
        ["height"] = Height,
        ["properties"] = new JsonObject
        {
            ["title"] = title,
            ["region"] = "${AWS::Region}",
            ["stat"] = statistic,
            ["period"] = 60,
            ["metrics"] = new JsonArray([.. metrics.Select(metric => new JsonArray([.. metric.Select(part => JsonValue.Create(part))]))]),
        },
    };
}
