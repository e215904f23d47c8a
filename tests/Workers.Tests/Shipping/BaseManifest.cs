using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

/// <summary>What k8s holds before an overlay is put over it.</summary>
internal static class BaseManifest
{
    private const string Keda = "k8s/components/keda";

    /// <summary>How all workers are scaled.</summary>
    public static IEnumerable<YamlNode> ScaledObjects => OfKind("ScaledObject", Keda);

    /// <summary>A host's own deployment, without what all hosts share.</summary>
    public static YamlNode DeploymentOf(string name) => Find("Deployment", name, "k8s/base");

    /// <summary>How a worker is scaled.</summary>
    public static YamlNode ScaledObjectOf(string name) => Find("ScaledObject", name, Keda);

    private static YamlNode Find(string kind, string name, string folder)
    {
        var found = OfKind(kind, folder).FirstOrDefault(resource => resource.Name() == name);
        Assert.True(found is not null, $"{folder} has no {kind} {name}.");
        return found;
    }

    private static IEnumerable<YamlNode> OfKind(string kind, string folder) => Exported.FilesIn(folder)
        .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal))
        .SelectMany(file => Yaml.Documents(Exported.Read(file)))
        .Where(resource => resource.TextAt("kind") == kind);
}
