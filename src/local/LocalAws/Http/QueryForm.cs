using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace LocalAws.Http;

/// <summary>
/// Reads a form of the query protocol as JSON: <c>Tags.member.1.Key=a</c> is an element of a list, <c>Attributes.entry.1.key=a</c> with
/// <c>Attributes.entry.1.value=b</c> an entry of a map, every other dot leads to a member. A flattened member is read as if its form had
/// been written so: <c>AttributeName.1=a</c> as <c>AttributeNames.member.1=a</c>.
/// </summary>
internal static class QueryForm
{
    private const int MostSteps = 16;

    // A batch of ten messages with all their attributes has some hundred fields.
    private const int MostFields = 4096;

    private const string List = "member";
    private const string Map = "entry";

    /// <summary>Adds the fields of a form, or of a query string, to others; a name that is there already keeps its value.</summary>
    /// <exception cref="AwsException">There are too many.</exception>
    public static void Read(string form, Dictionary<string, string> fields)
    {
        foreach (var field in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = field.IndexOf('=');
            var (name, value) = end < 0 ? (field, "") : (field[..end], field[(end + 1)..]);
            if (fields.TryAdd(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value)) && fields.Count > MostFields)
            {
                throw new AwsException("MalformedQueryString", $"The request has more than {MostFields} fields.", 404);
            }
        }
    }

    /// <summary>The JSON of a request.</summary>
    /// <param name="fields">The fields, in any order.</param>
    /// <param name="service">The service, which knows which members are lists, maps and numbers.</param>
    /// <param name="operation">The operation that is called.</param>
    /// <exception cref="AwsException">The fields contradict each other.</exception>
    public static byte[] ToJson(IEnumerable<KeyValuePair<string, string>> fields, IQueryService service, string operation)
    {
        var root = new Node();
        var flattened = service.Flattened(operation);
        foreach (var (name, value) in fields)
        {
            Add(root, name, value, service.Lists, flattened);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, root, service.Numbers);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Add(
        Node root, string name, string value, IReadOnlySet<string> lists, IReadOnlyList<FlatMember> flattened)
    {
        var steps = name.Split('.');
        if (steps.Length > MostSteps)
        {
            throw Malformed(name);
        }

        var node = root;
        foreach (var step in InFull(steps, flattened))
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

    private static IEnumerable<string> InFull(string[] steps, IReadOnlyList<FlatMember> flattened)
    {
        for (var index = 0; index < steps.Length; index++)
        {
            var isNumbered = index + 1 < steps.Length && steps[index + 1].All(char.IsAsciiDigit);
            if (isNumbered && flattened.FirstOrDefault(flat => flat.Element == steps[index]) is { } found)
            {
                yield return found.Member;
                yield return found.Key is null ? List : Map;
            }
            else
            {
                yield return steps[index];
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, Node node, IReadOnlySet<string> numbers)
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
                Write(writer, element, numbers);
            }

            writer.WriteEndArray();
        }
        else if (node.Members.Count == 1 && node.Members.TryGetValue(Map, out var map))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in InOrder(map).Select(one => Entry(one.Name, one.Node)))
            {
                writer.WritePropertyName(key);
                Write(writer, value, numbers);
            }

            writer.WriteEndObject();
        }
        else
        {
            WriteMembers(writer, node.Members, numbers);
        }
    }

    // What is to be a number and is none stays a text, which the operation refuses.
    private static void WriteMembers(Utf8JsonWriter writer, Dictionary<string, Node> members, IReadOnlySet<string> numbers)
    {
        writer.WriteStartObject();
        foreach (var (name, node) in members)
        {
            writer.WritePropertyName(name);
            if (numbers.Contains(name)
                && int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                Write(writer, node, numbers);
            }
        }

        writer.WriteEndObject();
    }

    // Some maps say "key" and "value", others "Name" or "Key" and "Value".
    private static (string Name, Node Node) Entry(string index, Node entry)
    {
        var fields = entry.Members;
        var key = fields.GetValueOrDefault("key") ?? fields.GetValueOrDefault("Name") ?? fields.GetValueOrDefault("Key");
        var value = fields.GetValueOrDefault("value") ?? fields.GetValueOrDefault("Value");
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
