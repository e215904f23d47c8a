using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Provisioning.Resources;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Topics, who may publish to them, and the one mail address that may be told at deployment.</summary>
internal static class TopicSection
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
    [
        .. Topology.Topics.Select(topic => KeyValuePair.Create(LogicalId.Topic(topic), Topic(topic))),
        .. Topology.Topics.Select(topic => KeyValuePair.Create(LogicalId.Of(topic, "TopicPolicy"), Policy(topic))),
        new(LogicalId.Of(Topology.NotificationTopic, "Email"), Email()),
    ];

    private static JsonObject Topic(string topic) => Resource.Of("AWS::SNS::Topic", new()
    {
        ["TopicName"] = Fn.Name(topic),
        ["KmsMasterKeyId"] = Fn.If(Parameters.HasKey, Fn.Ref(Parameters.Key), Fn.Ref("AWS::NoValue")),
        ["Tags"] = Parameters.Tags(),
    });

    private static JsonObject Policy(string topic) => Resource.Of("AWS::SNS::TopicPolicy", new()
    {
        ["Topics"] = new JsonArray(Fn.Ref(LogicalId.Topic(topic))),
        ["PolicyDocument"] = TopicResource.Policy(
            () => Fn.Ref(LogicalId.Topic(topic)),
            Fn.Ref("AWS::AccountId"),
            Fn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"),
            isTlsOnly: true),
    });

    private static JsonObject Email()
    {
        var subscription = Resource.Of("AWS::SNS::Subscription", new()
        {
            ["TopicArn"] = Fn.Ref(LogicalId.Topic(Topology.NotificationTopic)),
            ["Protocol"] = "email",
            ["Endpoint"] = Fn.Ref(Parameters.NotificationEmail),
        });
        subscription.Insert(0, "Condition", Parameters.HasNotificationEmail);
        return subscription;
    }
}
