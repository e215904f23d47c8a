using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

/// <summary>Where Kubernetes looks for things in a resource.</summary>
internal static class Resource
{
    public static string Kind(this YamlNode resource) => resource.TextAt("kind")!;

    public static string Name(this YamlNode resource) => resource.TextAt("metadata", "name")!;

    /// <summary>The pod that a workload makes.</summary>
    public static YamlNode Pod(this YamlNode workload) => workload.At("spec", "template", "spec")!;

    public static IReadOnlyDictionary<string, string> PodLabels(this YamlNode workload) =>
        workload.TextsAt("spec", "template", "metadata", "labels");

    public static IEnumerable<YamlNode> Containers(this YamlNode workload) => workload.Pod().ItemsAt("containers");

    /// <summary>Whether a selector, such as <c>{a: 1}</c>, picks what has these labels.</summary>
    public static bool Selects(this IReadOnlyDictionary<string, string> selector, IReadOnlyDictionary<string, string> labels) =>
        selector.All(wanted => labels.GetValueOrDefault(wanted.Key) == wanted.Value);
}
