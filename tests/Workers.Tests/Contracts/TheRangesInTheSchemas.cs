using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Ranges;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class TheRangesInTheSchemas
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    // A high-value order's body is not its detail, and the order inside is an event of its own.
    public static TheoryData<string> Events =>
        [.. Registry.Shapes.Where(shape => shape.Json.Type != typeof(HighValueOrder)).Select(EventSchema.NameOf)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Are_those_that_a_consumer_holds_to(string name)
    {
        var shape = Registry.Shapes.Single(shape => EventSchema.NameOf(shape) == name);
        var (full, least) = Examples.All.Single(example => example.Full.GetType() == shape.Json.Type);

        Assert.All([full, least], example => Assert.All(BoundsOf(EventSchema.Of(shape), DetailOf(example), []), bound =>
        {
            Assert.Null(ProblemWith(shape.Name, DetailOf(example), bound.Path, bound.Within));
            Assert.Equal(JsonPathOf(bound.Path), ProblemWith(shape.Name, DetailOf(example), bound.Path, bound.Beyond));
        }));
    }

    private static JsonObject DetailOf(IEventDetail example) =>
        JsonNode.Parse(Registry.Compose(example, new("E1", "C1"), FakeTime.Start).Detail)!.AsObject();

    /// <summary>Every bound of every member that the example has: its path, a value on it, and a value just beyond.</summary>
    private static IEnumerable<(object[] Path, JsonNode Within, JsonNode Beyond)> BoundsOf(JsonNode schema, JsonNode example, object[] path) =>
        (schema["properties"], schema["items"]) switch
        {
            ({ } members, _) => members.AsObject()
                .Where(member => example[member.Key] is not null)
                .SelectMany(member => BoundsOf(member.Value!, example[member.Key]!, [.. path, member.Key])),
            (_, { } items) => BoundsOf(items, example[0]!, [.. path, 0]),
            _ => ValuesAt(schema).Select(values => (path, values.Within, values.Beyond)),
        };

    private static IEnumerable<(JsonNode Within, JsonNode Beyond)> ValuesAt(JsonNode schema)
    {
        if (schema["maxLength"]?.GetValue<int>() is { } longest)
        {
            var end = (string?)schema["pattern"] is EmailAttribute.Form ? "@mail.example" : "";
            yield return (end.PadLeft(longest, 'x'), end.PadLeft(longest + 1, 'x'));
        }

        if (schema["minLength"]?.GetValue<int>() is { } shortest and > 0)
        {
            yield return (new string('x', shortest), "");
        }

        if (schema["maximum"]?.GetValue<long>() is { } most)
        {
            yield return (most, most + 1);
            yield return (most, JsonNode.Parse($"{most}.005")!);
        }

        if (schema["minimum"]?.GetValue<long>() is { } least)
        {
            yield return (least, least - 1);
        }
    }

    private static string? ProblemWith(EventName name, JsonNode detail, object[] path, JsonNode value)
    {
        var parent = path[..^1].Aggregate(detail, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        parent[(string)path[^1]] = value.DeepClone();
        try
        {
            Registry.Read(Bodies.Envelope(name, detail.ToJsonString()), "M1");
            return null;
        }
        catch (PoisonEventException poison)
        {
            return Assert.Single(poison.Violations).Field;
        }
    }

    private static string JsonPathOf(object[] path) =>
        path.Aggregate("", (text, step) => step is int ? $"{text}[{step}]" : text.Length == 0 ? $"{step}" : $"{text}.{step}");
}
