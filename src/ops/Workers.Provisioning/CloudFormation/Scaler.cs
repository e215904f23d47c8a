using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>
/// What KEDA needs in order to scale the workers. A policy without a role: KEDA's operator serves the whole cluster and has a role of
/// its own, to which whoever runs it attaches this.
/// </summary>
internal static class Scaler
{
    public const string PolicyId = "KedaPolicy";

    public static KeyValuePair<string, JsonObject> Resource() => new(PolicyId, CloudFormation.Resource.Of("AWS::IAM::ManagedPolicy", new()
    {
        ["ManagedPolicyName"] = Fn.Name("workers-keda"),
        ["Description"] = "Lets KEDA ask how long the queues of the workers are.",
        ["PolicyDocument"] = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Sid"] = "Measure",
                ["Effect"] = "Allow",
                ["Action"] = new JsonArray("sqs:GetQueueAttributes"),
                ["Resource"] = new JsonArray([.. Topology.Consumptions.Select(consumes => Fn.GetAtt(LogicalId.Of(consumes.Queue.Name)))]),
            }),
        },
    }));
}
