using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>What others need to know of the stack.</summary>
internal static class OutputSection
{
    public static JsonObject All()
    {
        var outputs = new JsonObject
        {
            ["BusName"] = Output("The bus.", Fn.Ref(LogicalId.Bus)),
            ["BusArn"] = Output("The bus, for policies of other producers.", Fn.GetAtt(LogicalId.Bus)),
            ["NotificationTopicArn"] = Output(
                "The topic, for subscribers and for the notification worker's setting.", Fn.Ref(LogicalId.Topic(Topology.NotificationTopic))),
        };
        foreach (var queue in Topology.Queues)
        {
            outputs[LogicalId.Of(queue.Name, "Url")] = Output($"The URL of {queue.Name}.", Fn.Ref(LogicalId.Of(queue.Name)));
        }

        foreach (var deployable in Topology.Deployables)
        {
            var role = RoleSection.LogicalIdOf(deployable);
            outputs[$"{role}Arn"] = Output($"The role of {deployable.Name}.", Fn.GetAtt(role));
        }

        outputs[$"{StateMachineSection.MachineId}Arn"] = Output("The state machine that leads orders.", Fn.Ref(StateMachineSection.MachineId));
        outputs[$"{Scaler.PolicyId}Arn"] = Output("The policy for the role of KEDA's operator.", Fn.Ref(Scaler.PolicyId));
        return outputs;
    }

    private static JsonObject Output(string description, JsonNode value) => new() { ["Description"] = description, ["Value"] = value };
}
