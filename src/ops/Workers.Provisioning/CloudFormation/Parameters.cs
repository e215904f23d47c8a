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
    public const string NotificationEmail = "NotificationEmail";
    public const string OldestMessage = "OldestMessageSeconds";
    public const string OrderDeadline = "OrderDeadlineSeconds";
    public const string OidcProvider = "OidcProvider";
    public const string Namespace = "KubernetesNamespace";

    public const string Cluster = "EksCluster";
    public const string Key = "KmsKeyArn";
    public const string Reads = "MaxReadUnits";
    public const string Writes = "MaxWriteUnits";
    public const string Protection = "DeletionProtection";

    public const string HasKey = "HasKmsKey";
    public const string HasOidcProvider = "HasOidcProvider";
    public const string HasNotificationEmail = "HasNotificationEmail";

    public static JsonObject All() => new()
    {
        [Prefix] = Text("Put before every name, so that several fleets can share an account.", "", "^[A-Za-z0-9_-]{0,20}$"),
        [Environment] = Text("The tag Environment.", Topology.Tags[Environment], ".+"),
        [Owner] = Text("The tag Owner.", Topology.Tags[Owner], ".+"),
        [AlarmTopic] = Asked("The SNS topic that alarms tell. Asked for, because an alarm that tells nobody wakes nobody.", "^arn:.+$"),
        [NotificationEmail] = Text(
            "A mail address that gets what is published to event-notifications, once it has confirmed. Empty: none.", "", "^([^@]+@[^@]+)?$"),
        [OldestMessage] = new JsonObject
        {
            ["Type"] = "Number",
            ["Description"] = "How old, in seconds, a worker queue's oldest message may become before an alarm.",
            ["Default"] = 300,
            ["MinValue"] = 60,
        },
        [OrderDeadline] = new JsonObject
        {
            ["Type"] = "Number",
            ["Description"] = "How long, in seconds, an order may take to be paid, and then to be shipped.",
            ["Default"] = (int)Topology.Queues.Max(queue => queue.Delay).TotalSeconds,
            ["MinValue"] = 1,
            ["MaxValue"] = 900,
        },
        [OidcProvider] = Text(
            "The EKS cluster's OIDC issuer without https://, for roles by service account (IRSA). Empty: EKS Pod Identity only.",
            "",
            "^[A-Za-z0-9./_-]*$"),
        [Cluster] = Text(
            "The EKS cluster whose pods may take the roles by Pod Identity; * for every cluster of this account and region.",
            "*",
            "^[A-Za-z0-9_*-]+$"),
        [Namespace] = Text("The Kubernetes namespace of the service accounts that may take the roles.", "workers", "^[a-z0-9-]+$"),
        [Key] = Text(
            "The KMS key that encrypts queues, tables, topics and the bus; its policy must let events.amazonaws.com use it. Empty: keys of AWS.",
            "",
            "^(arn:.+)?$"),
        [Reads] = Units("read", 12_000),
        [Writes] = Units("write", 4_000),
        [Protection] = new JsonObject
        {
            ["Type"] = "String",
            ["Description"] = "Whether tables refuse to be deleted.",
            ["Default"] = "true",
            ["AllowedValues"] = new JsonArray("true", "false"),
        },
    };

    public static JsonObject Conditions() => new()
    {
        [HasKey] = IsGiven(Key),
        [HasOidcProvider] = IsGiven(OidcProvider),
        [HasNotificationEmail] = IsGiven(NotificationEmail),
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

    private static JsonObject Asked(string description, string pattern) => new()
    {
        ["Type"] = "String",
        ["Description"] = description,
        ["AllowedPattern"] = pattern,
    };

    // As many as a new table serves at once.
    private static JsonObject Units(string what, int usual) => new()
    {
        ["Type"] = "Number",
        ["Description"] = $"The most {what} units a second of each table: what a runaway loop can cost at most.",
        ["Default"] = usual,
        ["MinValue"] = 1,
    };

    private static JsonObject IsGiven(string parameter) => new()
    {
        ["Fn::Not"] = new JsonArray(new JsonObject { ["Fn::Equals"] = new JsonArray(Fn.Ref(parameter), "") }),
    };
}
