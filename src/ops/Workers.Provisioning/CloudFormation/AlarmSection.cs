using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The alarms, each of which has a section in docs/runbook.md.</summary>
internal static class AlarmSection
{
    private const int DeadLetters = 10;
    private const int ErrorPercent = 5;
    private const int SlowSeconds = 5;
    private const int FailedPutPercent = 1;

    /// <summary>SQS's longest delay of a message, after which a timer is sent again.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
        Topology.Consumptions.SelectMany(OfQueue)
            .Concat([Undelivered(), FailedPuts()])
            .Concat(ApiAlarms.All())
            .Concat(OrderAlarms.All())
            .Concat(SupportAlarms.All())
            .Concat(WorkflowAlarms.All());

    private static IEnumerable<KeyValuePair<string, JsonObject>> OfQueue(Consumption consumes)
    {
        var queue = consumes.Queue.Name;
        var dlq = consumes.Queue.Redrive!.DeadLetterQueue;
        var delay = consumes.IsTimer ? LongestDelay : consumes.Queue.Delay;
        return
        [
            Alarm(
                $"{dlq}-depth",
                $"More than {DeadLetters} messages in {dlq}.",
                Single(MetricNames.SqsNamespace, MetricNames.Visible, "Maximum", MetricNames.SqsQueue, QueueName(dlq)),
                DeadLetters,
                periods: 1),
            Alarm(
                $"{queue}-age",
                $"Messages wait too long in {queue}.",
                Single(MetricNames.SqsNamespace, MetricNames.Age, "Maximum", MetricNames.SqsQueue, QueueName(queue)),
                delay > TimeSpan.Zero ? AgeWhereDelayed(delay) : Fn.Ref(Parameters.OldestMessage),
                periods: 3),
            Alarm($"{queue}-errors", $"More than {ErrorPercent} % of the messages of {queue} fail or are rejected.", ErrorRatio(queue), ErrorPercent, periods: 3),
            Alarm(
                $"{queue}-latency",
                $"Handling a message of {queue} takes more than {SlowSeconds} s at the 99th percentile.",
                Single(MetricNames.Namespace, MetricNames.ProcessDuration, "p99", MetricNames.Queue, Fn.Name(queue)),
                SlowSeconds,
                periods: 3),
        ];
    }

    /// <summary>A message grows old while it is delayed: five minutes more than the longest delay.</summary>
    private static JsonNode AgeWhereDelayed(TimeSpan delay) => (int)(delay + TimeSpan.FromMinutes(5)).TotalSeconds;

    private static KeyValuePair<string, JsonObject> Undelivered() => Alarm(
        $"{Topology.UndeliveredDlq}-depth",
        "EventBridge could not deliver an event to a queue.",
        Single(MetricNames.SqsNamespace, MetricNames.Visible, "Maximum", MetricNames.SqsQueue, QueueName(Topology.UndeliveredDlq)),
        0,
        periods: 1);

    private static KeyValuePair<string, JsonObject> FailedPuts() => Alarm(
        "put-events-failed",
        $"EventBridge refuses more than {FailedPutPercent} % of the entries put on the buses of this account and region.",
        Ratio(
            [Query("failed", MetricNames.EventsNamespace, MetricNames.FailedEntries)],
            [Query("all", MetricNames.EventsNamespace, MetricNames.PutEntries)]),
        FailedPutPercent,
        periods: 3);

    private static JsonObject ErrorRatio(string queue)
    {
        var errors = MetricNames.Errors.Select(outcome => Settled(queue, outcome)).ToList();
        return Ratio(errors, [.. MetricNames.Errors.Concat(MetricNames.Successes).Select(outcome => Settled(queue, outcome))]);
    }

    private static JsonObject Settled(string queue, string outcome) => Query(
        outcome, MetricNames.Namespace, MetricNames.Settled, (MetricNames.Queue, Fn.Name(queue)), (MetricNames.Outcome, JsonValue.Create(outcome)));

    /// <summary>A share in percent; without anything to share, no data.</summary>
    public static JsonObject Ratio(List<JsonObject> part, List<JsonObject> whole)
    {
        var metrics = part.Concat(whole).DistinctBy(query => (string)query["Id"]!);
        return new()
        {
            ["Metrics"] = new JsonArray([
                new JsonObject
                {
                    ["Id"] = "ratio",
                    ["Label"] = "percent",
                    ["Expression"] = $"100 * ({Sum(part)}) / ({Sum(whole)})",
                    ["ReturnData"] = true,
                },
                .. metrics,
            ]),
        };
    }

    private static string Sum(IEnumerable<JsonObject> queries) => string.Join(" + ", queries.Select(query => $"FILL({query["Id"]}, 0)"));

    public static JsonObject Query(string id, string ns, string metric, params (string Name, JsonNode Value)[] dimensions) =>
        Query(id, ns, metric, "Sum", dimensions);

    /// <summary>A metric for a ratio: its sum, or, of a histogram, how many values it has.</summary>
    public static JsonObject Query(string id, string ns, string metric, string statistic, params (string Name, JsonNode Value)[] dimensions) => new()
    {
        ["Id"] = id,
        ["ReturnData"] = false,
        ["MetricStat"] = new JsonObject
        {
            ["Metric"] = new JsonObject { ["Namespace"] = ns, ["MetricName"] = metric, ["Dimensions"] = Dimensions(dimensions) },
            ["Period"] = 60,
            ["Stat"] = statistic,
        },
    };

    public static JsonObject Single(string ns, string metric, string statistic, string dimension, JsonNode value) => new()
    {
        ["Namespace"] = ns,
        ["MetricName"] = metric,
        ["Dimensions"] = Dimensions((dimension, value)),
        [statistic.StartsWith('p') ? "ExtendedStatistic" : "Statistic"] = statistic,
        ["Period"] = 60,
    };

    private static JsonArray Dimensions(params (string Name, JsonNode Value)[] dimensions) =>
        [.. dimensions.Select(dimension => new JsonObject { ["Name"] = dimension.Name, ["Value"] = dimension.Value })];

    private static JsonObject QueueName(string queue) => Fn.GetAtt(LogicalId.Of(queue), "QueueName");

    public static KeyValuePair<string, JsonObject> Alarm(string name, string description, JsonObject metric, JsonNode threshold, int periods)
    {
        var properties = new JsonObject { ["AlarmName"] = Fn.Name(name), ["AlarmDescription"] = $"{description} See docs/runbook.md." };
        foreach (var (key, value) in metric.ToList())
        {
            metric.Remove(key);   // a node has one parent
            properties[key] = value;
        }

        properties["EvaluationPeriods"] = periods;
        properties["Threshold"] = threshold;
        properties["ComparisonOperator"] = "GreaterThanThreshold";
        properties["TreatMissingData"] = "notBreaching";
        properties["AlarmActions"] = Tell();
        properties["OKActions"] = Tell();
        return new(LogicalId.Of(name, "Alarm"), Resource.Of("AWS::CloudWatch::Alarm", properties));
    }

    private static JsonArray Tell() => [Fn.Ref(Parameters.AlarmTopic)];
}
