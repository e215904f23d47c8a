using System.Text.Json.Nodes;

namespace LocalAws.Tests.Fuzz;

/// <summary>Makes requests that are nearly right: a valid one with a few places spoiled, always the same ones for a seed.</summary>
internal sealed class JsonMutator(int seed)
{
    private const string HalfACharacter = "HALF";   // a JsonNode cannot hold one

    private static readonly string[] Nasty =
    [
        "null", "true", "0", "-1", "1", "11", "1e400", "-0.0", "99999999999999999999999999999999999999", "\"\"", "\" \"", "\"\\u0000\"", "\"HALF\"",
        "\"é☃\"", "\"a\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":\"\"}", "{\"S\":5}", "{\"N\":\"x\"}", "{\"M\":{\"a\":{\"L\":[{}]}}}", "[1,1,1]",
        "\"2026-13-45T99:99:99Z\"", "\"arn:aws:sqs:us-east-1:000000000000:\"", "\"((((\"", "\"#a.:b[0]\"", "\"{\\\"a\\\":[{\\\"numeric\\\":[\\\"<\\\"]}]}\"", "\"$.a[\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A request that came from this valid one.</summary>
    public string Spoil(string valid)
    {
        var root = JsonNode.Parse(valid)!;
        for (var places = _random.Next(1, 4); places > 0; places--)
        {
            SpoilOne(root);
        }

        var text = root.ToJsonString().Replace(HalfACharacter, "\\ud800", StringComparison.Ordinal);
        return _random.Next(10) == 0 ? SpoilText(text) : text;
    }

    private void SpoilOne(JsonNode root)
    {
        var containers = Containers(root).ToList();
        switch (containers[_random.Next(containers.Count)])
        {
            case JsonObject { Count: > 0 } members:
                SpoilMember(members);
                break;
            case JsonObject empty:
                empty["unknown"] = Value();
                break;
            case JsonArray elements:
                SpoilElement(elements);
                break;
        }
    }

    private void SpoilMember(JsonObject members)
    {
        var name = members.ElementAt(_random.Next(members.Count)).Key;
        var value = members[name];
        members.Remove(name);
        switch (_random.Next(5))
        {
            case 0:
                break;   // it is missing
            case 1:
                members[name + "x"] = value;
                break;
            case 2 when value is JsonValue:
                members[name] = SpoilText(value.ToString());
                break;
            default:
                members[name] = Value();
                break;
        }
    }

    private void SpoilElement(JsonArray elements)
    {
        switch (_random.Next(3))
        {
            case 0 when elements.Count > 0:
                elements.RemoveAt(_random.Next(elements.Count));
                break;
            case 1 when elements.Count > 0:
                elements.Add(elements[_random.Next(elements.Count)]?.DeepClone());
                break;
            default:
                elements.Add(Value());
                break;
        }
    }

    private JsonNode? Value() => _random.Next(8) switch
    {
        0 => new string('x', _random.Next(1, 3_000)),
        1 => Nested(_random.Next(1, 50)),
        _ => JsonNode.Parse(Nasty[_random.Next(Nasty.Length)]),
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonObject { ["S"] = "deep" };
        for (var i = 0; i < depth; i++)
        {
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["M"] = node };
        }

        return node;
    }

    private string SpoilText(string text)
    {
        var at = _random.Next(text.Length + 1);
        return _random.Next(4) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 => text.Insert(at, ((char)_random.Next(1, 256)).ToString()),
            _ => text.Insert(at, text[at..Math.Min(text.Length, at + 20)]),
        };
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is null ? [] : Containers(member.Value)).Prepend(members),
        JsonArray elements => elements.SelectMany(element => element is null ? [] : Containers(element)).Prepend(elements),
        _ => [],
    };
}
