using System.Text.Json.Nodes;
using Workers.Provisioning.Exporting;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The topology as a CloudFormation template, with what surrounds it on AWS: roles, alarms, a dashboard.</summary>
public static class Template
{
    /// <summary>Where the exported template stands in the repository.</summary>
    public const string Path = "infra/template.yaml";

    /// <summary>The template as YAML; always the same for the same topology.</summary>
    public static string Export() => Notice.Comment + TemplateYaml.Write(Build());

    internal static JsonObject Build()
    {
        var resources = BusSection.Resources()
            .Concat(QueueSection.Resources())
            .Concat(TableSection.Resources())
            .Concat(TopicSection.Resources())
            .Concat(RoleSection.Resources())
            .Concat(StateMachineSection.Resources())
            .Append(KeyAccess.Resource())
            .Append(Scaler.Resource())
            .Concat(AlarmSection.Resources())
            .Append(DashboardSection.Resource())
            .Concat(SchemaSection.Resources());
        return new()
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = "The bus, queues, tables and topics of a fleet of workers, who may use them, and what to watch. "
                + "Needs CAPABILITY_NAMED_IAM. Deleting the stack keeps tables, queues and archive.",
            ["Parameters"] = Parameters.All(),
            ["Conditions"] = Parameters.Conditions(),
            ["Resources"] = new JsonObject(resources.Select(resource => KeyValuePair.Create(resource.Key, (JsonNode?)resource.Value))),
            ["Outputs"] = OutputSection.All(),
        };
    }
}
