using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

/// <summary>YAML as trees, with <c>&lt;&lt;</c> merged as compose does.</summary>
internal static class Yaml
{
    public static IReadOnlyList<YamlNode> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new MergingParser(new Parser(new StringReader(text))));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    public static IReadOnlyList<YamlNode> DocumentsOf(string path) => Documents(File.ReadAllText(path));

    /// <summary>What is at a path of keys; null where one of them is missing.</summary>
    public static YamlNode? At(this YamlNode node, params ReadOnlySpan<string> path)
    {
        YamlNode? found = node;
        foreach (var key in path)
        {
            found = found is YamlMappingNode map && map.Children.TryGetValue(key, out var value) ? value : null;
        }

        return found;
    }

    /// <summary>The text at a path of keys; null where there is none.</summary>
    public static string? TextAt(this YamlNode node, params ReadOnlySpan<string> path) => (node.At(path) as YamlScalarNode)?.Value;

    /// <summary>The items of the list at a path of keys; none where there is no list.</summary>
    public static IEnumerable<YamlNode> ItemsAt(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.At(path) is YamlSequenceNode list ? list.Children : [];

    /// <summary>The texts of the list at a path of keys.</summary>
    public static IEnumerable<string> ListAt(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.ItemsAt(path).Select(item => ((YamlScalarNode)item).Value!);

    /// <summary>The map at a path of keys; empty where there is none.</summary>
    public static IReadOnlyDictionary<string, YamlNode> MapAt(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.At(path) is YamlMappingNode map
            ? map.Children.ToDictionary(member => ((YamlScalarNode)member.Key).Value!, member => member.Value)
            : new Dictionary<string, YamlNode>();

    /// <summary>The texts of the map at a path of keys.</summary>
    public static IReadOnlyDictionary<string, string> TextsAt(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.MapAt(path).ToDictionary(member => member.Key, member => ((YamlScalarNode)member.Value).Value!);
}
