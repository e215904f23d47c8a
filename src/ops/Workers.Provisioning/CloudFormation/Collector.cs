using System.Text.Json.Nodes;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The OpenTelemetry collector beside the fleet, which writes metrics as log lines and sends traces to X-Ray.</summary>
internal static class Collector
{
    public const string Name = "otel-collector";

    private const string LogGroup = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/workers/metrics";

    public static IEnumerable<JsonObject> Statements() =>
    [
        new()
        {
            ["Sid"] = "Metrics",
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:PutRetentionPolicy"),
            ["Resource"] = new JsonArray(Fn.Sub(LogGroup), Fn.Sub($"{LogGroup}:*")),
        },
        new()
        {
            ["Sid"] = "Traces",
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray("xray:PutTraceSegments"),
            ["Resource"] = "*",   // X-Ray knows no narrower one
        },
    ];
}
