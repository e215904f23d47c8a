using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

/// <summary>What k8s holds of one deployable before an overlay is put over it.</summary>
internal static class BaseManifest
{
    /// <summary>A host's own deployment, without what all hosts share.</summary>
    public static YamlNode DeploymentOf(string name) => Find("Deployment", name, "base");

    /// <summary>How a worker is scaled.</summary>
    public static YamlNode ScaledObjectOf(string name) => Find("ScaledObject", name, "components/keda");

    private static YamlNode Find(string kind, string name, string folder)
    {
        var found = Directory.GetFiles(Approved.PathOf("k8s", folder), "*.yaml")
            .SelectMany(Yaml.DocumentsOf)
            .FirstOrDefault(resource => resource.At("kind") is not null && resource.Kind() == kind && resource.Name() == name);
        Assert.True(found is not null, $"k8s/{folder} has no {kind} {name}: export, or write it by hand where it is no worker's.");
        return found;
    }
}
