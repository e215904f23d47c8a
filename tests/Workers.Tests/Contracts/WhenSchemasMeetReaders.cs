using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

/// <summary>A producer holds to the schema, a consumer to the reader: what one takes, the other takes.</summary>
public sealed class WhenSchemasMeetReaders
{
    private static readonly EventRegistry Registry = EventCatalog.Build();
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static readonly string[] Odd =
    [
        "null", "true", "{}", "[]", "[null]", "\"\"", "\" \"", "\"a b\"", "\"é\"", "\"A/B\"", "\".\"", "\"a..b\"", "\"a.b\"", "\"a\\n\"", "\"\\u0000\"", "\"a\\u0085\"", "\"😀\"",
        "0", "-0", "-0.0", "-1", "1", "2.0", "1e1", "1E+1", "10e-1", "1e0", "0.5", "0.01", "0.010", "0.001", "1e-18", "1e-30", "0e99999999999",
        "1e12", "1e13", "1000000000000.01", "1e400", "79228162514264337593543950336", "1000000", "1000000.00000000000000000000000000000001", "1000001", "1000000001",
        "\"2026-01-15T10:00:00Z\"", "\"2026-01-15t10:00:00z\"", "\"2026-01-15T10:00:00\"", "\"2026-01-15T10:00:00.123456+05:30\"", "\"2026-01-15T10:00:00.1234567890Z\"",
        "\"2026-01-15\"", "\"2026-01-15T10:00Z\"", "\"2026-01-15 10:00:00Z\"", "\"2026-13-15T10:00:00Z\"", "\"2026-01-15T24:00:00Z\"", "\"2026-01-15T10:00:60Z\"", "\"2026-01-15T10:00:00+0530\"",
        "\"2026-01-15T10:00:00\\u005a\"", "\"2026-01-15T10:00:00Z\\n\"", "\"1.0\"", "\"1.01\"", "\"01.0\"", "\"1.9999999\"", "\"2.0\"", "\"1\"", "1.0",
    ];

    // A high-value order's body is not its detail, and the order inside is an event of its own.
    public static TheoryData<string> Events =>
        [.. Registry.Shapes.Where(shape => shape.Json.Type != typeof(HighValueOrder)).Select(EventSchema.NameOf)];

    [Theory]
    [MemberData(nameof(Events))]
    public void What_the_schema_makes_is_read(string name)
    {
        var (shape, schema) = Find(name);

        Check.One(Cases, Prop.ForAll(SchemaGenerator.Of(schema).ToArbitrary(), detail =>
        {
            Assert.True(SchemaValidator.Allows(schema, detail), $"The schema does not allow what was made of it: {detail.ToJsonString()}");
            Assert.Null(ProblemWith(shape.Name, detail));
        }));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void What_is_changed_is_read_where_the_schema_allows_it_and_poison_where_not(string name)
    {
        var (shape, schema) = Find(name);
        var changed =
            from detail in SchemaGenerator.Of(schema)
            from place in Gen.Choose(0, int.MaxValue)
            from value in Gen.Elements(Odd)
            select Changed(detail, place, JsonNode.Parse(value));

        Check.One(Cases, Prop.ForAll(changed.ToArbitrary(), detail =>
        {
            var problem = ProblemWith(shape.Name, detail);

            var isAllowed = SchemaValidator.Allows(schema, WithoutNulls(detail))
                && problem?.Contains("its lines added up", StringComparison.Ordinal) is not true;   // no schema can add up
            Assert.True(
                isAllowed == problem is null,
                $"The schema says otherwise. The reader says {problem ?? "yes"} to {detail.ToJsonString()}");
        }));
    }

    private static (EventShape Shape, JsonNode Schema) Find(string name)
    {
        var shape = Registry.Shapes.Single(shape => EventSchema.NameOf(shape) == name);
        return (shape, JsonNode.Parse(EventSchema.TextOf(shape))!);
    }

    private static string? ProblemWith(EventName name, JsonNode detail)
    {
        try
        {
            Registry.Read(Bodies.Envelope(name, detail.ToJsonString()), "M1");
            return null;
        }
        catch (PoisonEventException poison)
        {
            return poison.Message;
        }
    }

    /// <summary>The same with another value in one place, or without that place where the value is null and the number even.</summary>
    private static JsonNode Changed(JsonNode detail, int number, JsonNode? value)
    {
        var copy = detail.DeepClone();
        var places = PlacesIn(copy).ToList();
        var (owner, key) = places[number % places.Count];
        switch (owner)
        {
            case JsonArray list:
                list[(int)key] = value;
                break;
            case JsonObject members when value is null && number % 2 == 0:
                members.Remove((string)key);
                break;
            default:
                owner[(string)key] = value;
                break;
        }

        return copy;
    }

    private static IEnumerable<(JsonNode Owner, object Key)> PlacesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => PlacesIn(member.Value).Prepend((members, member.Key))),
        JsonArray list => list.Index().SelectMany(item => PlacesIn(item.Item).Prepend((list, item.Index))),
        _ => [],
    };

    /// <summary>null is read as absent, and no schema says so.</summary>
    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
