using System.Text.Json.Nodes;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The alarms of the API: what its callers see. They tell it from the histogram of ASP.NET Core, probes left out.</summary>
internal static class ApiAlarms
{
    private const string Api = "producer";
    private const int ErrorPercent = 1;
    private const int UnavailablePercent = 5;
    private const int SlowSeconds = 2;

    // What ASP.NET Core and Kestrel answer by themselves, and what a proxy of ours would.
    private static readonly string[] Errors = ["500", "501", "502", "504", "505"];

    public static IEnumerable<KeyValuePair<string, JsonObject>> All() =>
    [
        AlarmSection.Alarm(
            $"{Api}-errors",
            $"The API answers more than {ErrorPercent} % of its requests with an error that is its own.",
            Share(Errors),
            ErrorPercent,
            periods: 3),
        AlarmSection.Alarm(
            $"{Api}-unavailable",
            $"The API answers more than {UnavailablePercent} % of its requests with 503, because EventBridge or DynamoDB does not take them.",
            Share("503"),
            UnavailablePercent,
            periods: 3),
        AlarmSection.Alarm(
            $"{Api}-latency",
            $"The API takes more than {SlowSeconds} s at the 99th percentile.",
            AlarmSection.Single(
                MetricNames.Namespace, MetricNames.RequestDuration, "p99", MetricNames.Scheme, JsonValue.Create(MetricNames.PlainScheme)),
            SlowSeconds,
            periods: 3),
    ];

    private static JsonObject Share(params string[] statuses) => AlarmSection.Ratio(
        [.. statuses.Select(status => Count($"s{status}", MetricNames.Status, status))],
        [Count("all", MetricNames.Scheme, MetricNames.PlainScheme)]);

    private static JsonObject Count(string id, string dimension, string value) => AlarmSection.Query(
        id, MetricNames.Namespace, MetricNames.RequestDuration, "SampleCount", (dimension, JsonValue.Create(value)));
}
