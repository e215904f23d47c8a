using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Provisioning.Resources;

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
        ["EventBusName"] = rule.IsOnDefaultBus ? "default" : Fn.Ref(LogicalId.Bus),
        ["State"] = "ENABLED",
        ["EventPattern"] = RulePattern.Of(rule, _ => Fn.Ref(StateMachineSection.MachineId)),
        ["Targets"] = new JsonArray([.. Targets(rule)]),
    });

    private static IEnumerable<JsonObject> Targets(RuleDefinition rule)
    {
        var queues = rule.Targets.Select(queue => Target(rule, queue, Fn.GetAtt(LogicalId.Of(queue))));
        if (rule.Starts is not { } machine)
        {
            return queues;
        }

        var starting = Target(rule, machine.Name, Fn.Ref(StateMachineSection.MachineId));
        starting["RoleArn"] = Fn.GetAtt(StateMachineSection.StarterRoleId);
        return queues.Append(starting);
    }

    private static JsonObject Target(RuleDefinition rule, string id, JsonNode arn)
    {
        var target = new JsonObject
        {
            ["Id"] = id,
            ["Arn"] = arn,
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
