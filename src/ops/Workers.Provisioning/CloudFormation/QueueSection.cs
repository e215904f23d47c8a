using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Provisioning.Resources;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Queues, and who may send to them.</summary>
internal static class QueueSection
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
        Topology.Queues.Select(queue => KeyValuePair.Create(LogicalId.Of(queue.Name), Queue(queue)))
            .Concat(Topology.Queues.Select(queue => KeyValuePair.Create(LogicalId.Of(queue.Name, "Policy"), Policy(queue.Name))));

    private static JsonObject Queue(QueueDefinition queue)
    {
        var properties = new JsonObject
        {
            ["QueueName"] = Fn.Name(queue.Name),
            ["VisibilityTimeout"] = (int)queue.VisibilityTimeout.TotalSeconds,
            ["MessageRetentionPeriod"] = (int)queue.Retention.TotalSeconds,
            ["ReceiveMessageWaitTimeSeconds"] = (int)queue.ReceiveWait.TotalSeconds,
        };
        if (queue.Delay > TimeSpan.Zero)
        {
            properties["DelaySeconds"] = Fn.Ref(Parameters.OrderDeadline);
        }

        properties["SqsManagedSseEnabled"] = Fn.If(Parameters.HasKey, Fn.Ref("AWS::NoValue"), true);
        properties["KmsMasterKeyId"] = Fn.If(Parameters.HasKey, Fn.Ref(Parameters.Key), Fn.Ref("AWS::NoValue"));
        if (queue.Redrive is { } redrive)
        {
            properties["RedrivePolicy"] = new JsonObject
            {
                ["deadLetterTargetArn"] = Fn.GetAtt(LogicalId.Of(redrive.DeadLetterQueue)),
                ["maxReceiveCount"] = redrive.MaxReceiveCount,
            };
        }

        properties["Tags"] = Parameters.Tags();
        return Resource.Kept("AWS::SQS::Queue", properties);
    }

    private static JsonObject Policy(string queue) => Resource.Of("AWS::SQS::QueuePolicy", new()
    {
        ["Queues"] = new JsonArray(Fn.Ref(LogicalId.Of(queue))),
        ["PolicyDocument"] = QueuePolicyResource.Policy(
            () => Fn.GetAtt(LogicalId.Of(queue)),
            [.. QueuePolicyResource.RulesSendingTo(queue).Select(rule => Fn.GetAtt(LogicalId.Rule(rule.Name)))],
            isTlsOnly: true),
    });
}
