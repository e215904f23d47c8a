using System.Globalization;
using System.Text.Json.Nodes;
using LocalAws.Http;
using LocalAws.Policies;
using LocalAws.Sns.Deliveries;

namespace LocalAws.Sns.Topics;

/// <summary>The attributes of a topic that clients set.</summary>
internal static class TopicAttributes
{
    public const string Policy = "Policy";
    public const string DisplayName = "DisplayName";
    public const string Delivery = "DeliveryPolicy";
    public const string Signature = "SignatureVersion";

    private const int LongestDisplayName = 100;

    private static readonly string[] OfFifo =
        ["ContentBasedDeduplication", "FifoThroughputScope", "ArchivePolicy", "BeginningArchiveTime"];

    private static readonly string[] Loggers = ["HTTP", "Firehose", "Lambda", "Application", "SQS"];

    // What a topic's owner may do, and what AddPermission can give to others.
    private static readonly string[] OwnersActions =
    [
        "SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:RemovePermission", "SNS:DeleteTopic",
        "SNS:Subscribe", "SNS:ListSubscriptionsByTopic", "SNS:Publish",
    ];

    /// <summary>Refuses what is no attribute, or no value for it.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its value; empty takes it back.</param>
    /// <param name="parameter">What the refusal names: <c>Attributes</c> of CreateTopic, else nothing.</param>
    /// <exception cref="AwsException">It is refused.</exception>
    public static void Check(string name, string value, string? parameter = null)
    {
        if (OfFifo.Contains(name) && value is not ("" or "false"))
        {
            throw SnsErrors.InvalidParameter("Attributes", $"{name} is not supported by LocalAws: it has no FIFO topics.");
        }

        if (Problem(name, value) is { } problem)
        {
            throw parameter is null ? SnsErrors.InvalidParameter(problem) : SnsErrors.InvalidParameter(parameter, problem);
        }
    }

    /// <summary>The policy that every topic begins with: its owner may do everything.</summary>
    public static string DefaultPolicy(string topicArn) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray([.. OwnersActions.Select(action => JsonValue.Create(action))]),
            ["Resource"] = topicArn,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = AwsRequest.Account } },
        }),
    }.ToJsonString();

    private static string? Problem(string name, string value) => name switch
    {
        Policy => value.Length > 0 && ResourcePolicy.TryParse(value) is null ? "Policy Error: null" : null,
        DisplayName => value.Length > LongestDisplayName ? DisplayName : null,
        Delivery => value.Length > 0 ? DeliveryPolicy.ProblemOfTopic(value) : null,
        Signature => value is "" or "1" or "2" ? null : Signature,
        "TracingConfig" => value is "" or "PassThrough" or "Active" ? null : "TracingConfig",
        "KmsMasterKeyId" => null,
        _ when OfFifo.Contains(name) => null,
        _ when IsLogging(name) => IsRate(name, value) ? null : name,
        _ => "AttributeName",
    };

    private static bool IsLogging(string name) => Loggers.Any(logger => name.StartsWith(logger, StringComparison.Ordinal)
        && name[logger.Length..] is ("SuccessFeedbackRoleArn" or "SuccessFeedbackSampleRate" or "FailureFeedbackRoleArn"));

    private static bool IsRate(string name, string value) => !name.EndsWith("Rate", StringComparison.Ordinal)
        || value.Length == 0
        || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate <= 100);
}
