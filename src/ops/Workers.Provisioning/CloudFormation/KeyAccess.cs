using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Provisioning.CloudFormation;

/// <summary>What the roles may do with the key of one's own choice, where there is one: what the services ask of it on their behalf.</summary>
internal static class KeyAccess
{
    public const string PolicyId = "KeyPolicy";

    private static readonly string[] Services = ["dynamodb", "events", "sns", "sqs"];

    public static KeyValuePair<string, JsonObject> Resource()
    {
        var policy = CloudFormation.Resource.Of("AWS::IAM::ManagedPolicy", new()
        {
            ["ManagedPolicyName"] = Fn.Name("workers-key"),
            ["Description"] = "Lets the fleet use the key of its queues, tables, topics and bus, through these services only.",
            ["Roles"] = new JsonArray(
            [
                .. Topology.Deployables.Select(RoleSection.LogicalIdOf).Append(StateMachineSection.RoleId).Select(Fn.Ref),
                .. ((string[])[BooksJob.Name, ConsoleRoles.Looks, ConsoleRoles.Acts]).Select(name => Fn.Ref(LogicalId.Of(name, "Role"))),
            ]),
            ["PolicyDocument"] = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray(new JsonObject
                {
                    ["Sid"] = "UseTheKey",
                    ["Effect"] = "Allow",
                    ["Action"] = new JsonArray("kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"),
                    ["Resource"] = Fn.Ref(Parameters.Key),
                    ["Condition"] = new JsonObject
                    {
                        ["StringEquals"] = new JsonObject
                        {
                            ["kms:ViaService"] = new JsonArray([.. Services.Select(service => Fn.Sub($"{service}.${{AWS::Region}}.amazonaws.com"))]),
                        },
                    },
                }),
            },
        });
        policy.Insert(0, "Condition", Parameters.HasKey);
        return new(PolicyId, policy);
    }
}
