using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace LocalAws.Http;

/// <summary>
/// Reads a form of the query protocol as JSON: <c>Tags.member.1.Key=a</c> is an element of a list, <c>Attributes.entry.1.key=a</c> with
/// <c>Attributes.entry.1.value=b</c> an entry of a map, every other dot leads to a member.
/// </summary>
internal static class QueryForm
{
    private const int MostSteps = 16;
    private const string List = "member";
    private const string Map = "entry";

    /// <summary>The form's JSON.</summary>
    /// <param name="fields">The fields, in any order.</param>
    /// <param name="lists">The members that are lists, also where the form has only their name.</param>
    /// <exception cref="AwsException">The fields contradict each other.</exception>
    public static byte[] ToJson(IEnumerable<KeyValuePair<string, string>> fields, IReadOnlySet<string> lists)
    {
        var root = new Node();
        foreach (var (name, value) in fields)
        {
            Add(root, name, value, lists);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, root);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Add(Node root, string name, string value, IReadOnlySet<string> lists)
    {
        var steps = name.Split('.');
        if (steps.Length > MostSteps)
        {
            throw Malformed(name);
        }

        var node = root;
        foreach (var step in steps)
        {
            if (!node.Members.TryGetValue(step, out var next))
            {
                node.Members.Add(step, next = new Node());
            }

            node = next;
        }

        if (value.Length == 0 && lists.Contains(name))
        {
            node.Members.TryAdd(List, new Node());
            return;
        }

        node.Value = node.Value is null ? value : throw Malformed(name);
    }

    private static void Write(Utf8JsonWriter writer, Node node)
    {
        if (node.Value is not null)
        {
            writer.WriteStringValue(node.Members.Count == 0 ? node.Value : throw Malformed(node.Members.Keys.First()));
        }
        else if (node.Members.Count == 1 && node.Members.TryGetValue(List, out var list))
        {
            writer.WriteStartArray();
            foreach (var (_, element) in InOrder(list))
            {
                Write(writer, element);
            }

            writer.WriteEndArray();
        }
        else if (node.Members.Count == 1 && node.Members.TryGetValue(Map, out var map))
        {
            WriteMembers(writer, InOrder(map).Select(one => Entry(one.Name, one.Node)));
        }
        else
        {
            WriteMembers(writer, node.Members.Select(member => (member.Key, member.Value)));
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<(string Name, Node Node)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, node) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, node);
        }

        writer.WriteEndObject();
    }

    // Some maps say "key" and "value", others "Name" and "Value".
    private static (string Name, Node Node) Entry(string index, Node entry)
    {
        var key = entry.Members.GetValueOrDefault("key") ?? entry.Members.GetValueOrDefault("Name");
        var value = entry.Members.GetValueOrDefault("value") ?? entry.Members.GetValueOrDefault("Value");
        return (key?.Value ?? throw Malformed($"{Map}.{index}"), value ?? new Node { Value = "" });
    }

    private static IEnumerable<(string Name, Node Node)> InOrder(Node numbered) => numbered.Members
        .Select(member => (member.Key, member.Value))
        .OrderBy(member => int.TryParse(member.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw Malformed(member.Key));

    private static AwsException Malformed(string name) =>
        new("MalformedQueryString", $"The field {name} is malformed, or contradicts another.", 404);

    /// <summary>What one name of the form leads to: a text, or further names.</summary>
    private sealed class Node
    {
        public string? Value { get; set; }

        public Dictionary<string, Node> Members { get; } = [];
    }
}
