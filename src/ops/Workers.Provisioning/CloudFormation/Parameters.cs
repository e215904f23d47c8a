using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>What whoever deploys the template chooses.</summary>
internal static class Parameters
{
    public const string Prefix = "Prefix";
    public const string Environment = "Environment";
    public const string Owner = "Owner";
    public const string AlarmTopic = "AlarmTopicArn";
    public const string OldestMessage = "OldestMessageSeconds";
    public const string OidcProvider = "OidcProvider";
    public const string Namespace = "KubernetesNamespace";

    public const string HasAlarmTopic = "HasAlarmTopic";
    public const string HasOidcProvider = "HasOidcProvider";

    public static JsonObject All() => new()
    {
        [Prefix] = Text("Put before every name, so that several fleets can share an account.", "", "^[A-Za-z0-9_-]{0,20}$"),
        [Environment] = Text("The tag Environment.", Topology.Tags[Environment], ".+"),
        [Owner] = Text("The tag Owner.", Topology.Tags[Owner], ".+"),
        [AlarmTopic] = Text("The SNS topic that alarms tell. Empty: alarms tell nobody, and are seen in CloudWatch only.", "", "^(arn:.+)?$"),
        [OldestMessage] = new JsonObject
        {
            ["Type"] = "Number",
            ["Description"] = "How old, in seconds, a worker queue's oldest message may become before an alarm.",
            ["Default"] = 300,
            ["MinValue"] = 60,
        },
        [OidcProvider] = Text(
            "The EKS cluster's OIDC issuer without https://, for roles by service account (IRSA). Empty: EKS Pod Identity only.",
            "",
            "^[A-Za-z0-9./_-]*$"),
        [Namespace] = Text("The Kubernetes namespace of the service accounts that may take the roles by IRSA.", "workers", "^[a-z0-9-]+$"),
    };

    public static JsonObject Conditions() => new()
    {
        [HasAlarmTopic] = IsGiven(AlarmTopic),
        [HasOidcProvider] = IsGiven(OidcProvider),
    };

    public static JsonArray Tags() =>
    [
        .. Topology.Tags.Select(tag => new JsonObject
        {
            ["Key"] = tag.Key,
            ["Value"] = tag.Key is Environment or Owner ? Fn.Ref(tag.Key) : JsonValue.Create(tag.Value),
        }),
    ];

    private static JsonObject Text(string description, string usual, string pattern) => new()
    {
        ["Type"] = "String",
        ["Description"] = description,
        ["Default"] = usual,
        ["AllowedPattern"] = pattern,
    };

    private static JsonObject IsGiven(string parameter) => new()
    {
        ["Fn::Not"] = new JsonArray(new JsonObject { ["Fn::Equals"] = new JsonArray(Fn.Ref(parameter), "") }),
    };
}
