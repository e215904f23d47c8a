using System.Text.Json.Nodes;

namespace Workers.Provisioning.CloudFormation;

/// <summary>CloudFormation's intrinsic functions, in their long form; <see cref="TemplateYaml"/> writes the short one.</summary>
internal static class Fn
{
    public const string RefName = "Ref";
    public const string GetAttName = "Fn::GetAtt";
    public const string SubName = "Fn::Sub";
    public const string IfName = "Fn::If";

    public static JsonObject Ref(string name) => new() { [RefName] = name };

    /// <summary>An attribute of a resource: its ARN unless another is named.</summary>
    public static JsonObject GetAtt(string resource, string attribute = "Arn") => new() { [GetAttName] = $"{resource}.{attribute}" };

    public static JsonObject Sub(string text) => new() { [SubName] = text };

    public static JsonObject If(string condition, JsonNode then, JsonNode otherwise) =>
        new() { [IfName] = new JsonArray(condition, then, otherwise) };

    /// <summary>A name of the fleet, prefix included.</summary>
    public static JsonObject Name(string name) => Sub($"${{{Parameters.Prefix}}}{name}");
}
