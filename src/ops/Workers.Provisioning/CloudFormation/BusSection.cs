using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Bus, archive and rules.</summary>
internal static class BusSection
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
    [
        new(LogicalId.Bus, Resource.Of("AWS::Events::EventBus", new()
        {
            ["Name"] = Fn.Name(Topology.Bus),
            ["KmsKeyIdentifier"] = Fn.If(Parameters.HasKey, Fn.Ref(Parameters.Key), Fn.Ref("AWS::NoValue")),
            ["Tags"] = Parameters.Tags(),
        })),
        .. BusPolicies.All(),
        new(LogicalId.Archive, Resource.Kept("AWS::Events::Archive", new()
        {
            ["ArchiveName"] = Fn.Name(Topology.Archive.Name),
            ["SourceArn"] = Fn.GetAtt(LogicalId.Bus),
            ["RetentionDays"] = (int)Topology.Archive.Retention.TotalDays,
        })),
        .. Topology.Rules.Select(rule => KeyValuePair.Create(LogicalId.Rule(rule.Name), Rule(rule))),
    ];

    private static JsonObject Rule(RuleDefinition rule) => Resource.Of("AWS::Events::Rule", new()
    {
        ["Name"] = Fn.Name(rule.Name),
        ["EventBusName"] = Fn.Ref(LogicalId.Bus),
        ["State"] = "ENABLED",
        ["EventPattern"] = JsonNode.Parse(rule.Pattern.ToJson()),
        ["Targets"] = new JsonArray([.. rule.Targets.Select(queue => Target(rule, queue))]),
    });

    private static JsonObject Target(RuleDefinition rule, string queue)
    {
        var target = new JsonObject
        {
            ["Id"] = queue,
            ["Arn"] = Fn.GetAtt(LogicalId.Of(queue)),
            ["RetryPolicy"] = new JsonObject
            {
                ["MaximumEventAgeInSeconds"] = (int)Topology.Delivery.MaximumEventAge.TotalSeconds,
                ["MaximumRetryAttempts"] = Topology.Delivery.MaximumAttempts,
            },
            ["DeadLetterConfig"] = new JsonObject { ["Arn"] = Fn.GetAtt(LogicalId.Of(Topology.Delivery.DeadLetterQueue)) },
        };
        if (rule.InputTemplate is { } template)
        {
            target["InputTransformer"] = new JsonObject { ["InputTemplate"] = template };
        }

        return target;
    }
}
