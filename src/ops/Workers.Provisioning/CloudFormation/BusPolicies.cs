using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events;

namespace Workers.Provisioning.CloudFormation;

/// <summary>
/// What nobody may do with the bus, whatever their own policy grants: speak to it in the clear, or state an event that is a worker's to
/// state.
/// </summary>
internal static class BusPolicies
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> All() =>
    [
        Deny("TlsOnly", new() { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" } }),
        .. Topology.Deployables.Where(deployable => deployable.Emits.Count > 0)
            .Select(deployable => OnlyBy(deployable.Name, RoleSection.LogicalIdOf(deployable), deployable.Emits)),
        OnlyBy(Topology.OrderWorkflow.Name, StateMachineSection.RoleId, Topology.WorkflowRequests),
    ];

    private static KeyValuePair<string, JsonObject> OnlyBy(string owner, string role, IEnumerable<EventName> events) =>
        Deny(LogicalId.Of(owner, "Events"), new()
        {
            ["ForAnyValue:StringEquals"] = EventKeys.Of(events),
            ["ArnNotEquals"] = new JsonObject { ["aws:PrincipalArn"] = Fn.GetAtt(role) },
        });

    private static KeyValuePair<string, JsonObject> Deny(string sid, JsonObject condition) => new(
        $"{LogicalId.Bus}{sid}",
        Resource.Of("AWS::Events::EventBusPolicy", new()
        {
            ["EventBusName"] = Fn.Ref(LogicalId.Bus),
            ["StatementId"] = sid,
            ["Statement"] = new JsonObject
            {
                ["Effect"] = "Deny",
                ["Principal"] = "*",
                ["Action"] = "events:PutEvents",
                ["Resource"] = Fn.GetAtt(LogicalId.Bus),
                ["Condition"] = condition,
            },
        }));
}
