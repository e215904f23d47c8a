using System.Text.Json.Nodes;

namespace Workers.Provisioning.CloudFormation;

/// <summary>Entries of the template's <c>Resources</c>.</summary>
internal static class Resource
{
    public static JsonObject Of(string type, JsonObject properties) => new() { ["Type"] = type, ["Properties"] = properties };

    /// <summary>A resource whose contents outlive the stack, and a replacement.</summary>
    public static JsonObject Kept(string type, JsonObject properties) => new()
    {
        ["Type"] = type,
        ["DeletionPolicy"] = "RetainExceptOnCreate",
        ["UpdateReplacePolicy"] = "Retain",
        ["Properties"] = properties,
    };
}
