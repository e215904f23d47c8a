using System.Text.Json.Nodes;
using Workers.Contracts.Resources;
using Workers.Provisioning.CloudFormation;

namespace Workers.IntegrationTests.Provisioning;

/// <summary>What the roles of the exported template allow.</summary>
internal static class RoleGrants
{
    private static readonly JsonObject Resources = Template.Build()["Resources"]!.AsObject();

    /// <summary>What a deployable may do, each as <c>sqs:SendMessage inventory-dlq</c>.</summary>
    public static IEnumerable<string> Of(Deployable deployable) =>
        from policy in Resources[RoleSection.LogicalIdOf(deployable)]!["Properties"]!["Policies"]!.AsArray()
        from statement in policy["PolicyDocument"]!["Statement"]!.AsArray()
        from action in statement["Action"]!.AsArray()
        from resource in statement["Resource"] is JsonArray several ? several : [statement["Resource"]!.DeepClone()]
        select $"{action} {NameOf(resource!)}";

    private static string NameOf(JsonNode resource)
    {
        if (resource is JsonValue every)
        {
            return (string)every!;
        }

        if ((string?)resource[Fn.SubName] is { } execution)
        {
            return execution.Split(':')[^2].Replace("${Prefix}", "", StringComparison.Ordinal);   // of any name
        }

        var id = ((string)resource[Fn.GetAttName]!).Split('.')[0];
        var properties = Resources[id]!["Properties"]!;
        var name = properties["QueueName"] ?? properties["TableName"] ?? properties["TopicName"] ?? properties["Name"];
        return ((string)name![Fn.SubName]!).Replace("${Prefix}", "", StringComparison.Ordinal);
    }
}
