using Workers.Cli.Schemas;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;
using Workers.Tests.Events;

namespace Workers.Tests.Cli.Schemas;

public sealed class WhenVersionsComeAndGo
{
    private const string Any = """{"type":"object"}""";
    private const string Other = """{"type":"string"}""";
    private static readonly EventName Name = new("shop", "Thing Moved");

    [Fact]
    public void An_event_that_is_gone_is_found()
    {
        var found = Assert.Single(Evolving.Check([(Evolving.File("1.2"), Any)], [(Evolving.File("1.0", "shop.other"), Any)]).Findings);

        Assert.Equal((ChangeKind.EventGone, "1.2", (string?)null, Harmed.Both), (found.Kind, found.Version, found.Becomes, found.Breaks));
    }

    [Fact]
    public void A_new_event_is_an_addition()
    {
        var answer = Evolving.Check([(Evolving.File("1.0"), Any)], [(Evolving.File("1.0"), Any), (Evolving.File("1.0", "shop.other"), Other)]);

        Assert.Empty(answer.Findings);
        Assert.Equal((1, 1), (answer.Events, answer.Additions));
    }

    [Fact]
    public void A_new_major_beside_the_old_one_may_say_anything() =>
        Assert.Empty(Evolving.Check([(Evolving.File("1.0"), Any)], [(Evolving.File("1.0"), Any), (Evolving.File("2.0"), Other)]).Findings);

    [Fact]
    public void A_new_major_takes_the_place_of_the_old_one_where_an_upcaster_reads_that()
    {
        var registry = new EventRegistryBuilder()
            .Event(Name, TestEventsJson.Default.Moved, "2.0")
            .Upcast(Name, Name, detail => detail, fromMajor: 1, toMajor: 2)
            .Build();

        var answer = Replace(registry);

        Assert.Empty(answer.Findings);
        Assert.Equal(1, answer.Additions);
    }

    [Fact]
    public void Without_an_upcaster_the_old_major_is_missed()
    {
        var found = Assert.Single(Replace(new EventRegistryBuilder().Event(Name, TestEventsJson.Default.Moved, "2.0").Build()).Findings);

        Assert.Equal((ChangeKind.MajorGone, "1.0", "2.0", Harmed.Writers), (found.Kind, found.Version, found.Becomes, found.Breaks));
    }

    [Fact]
    public void A_version_that_goes_down_is_found()
    {
        var found = Assert.Single(Evolving.Check(Any, Any, "1.1", "1.0").Findings);

        Assert.Equal((ChangeKind.VersionLowered, "1.1", "1.0"), (found.Kind, found.Was, found.Is));
    }

    [Fact]
    public void Of_several_minors_the_highest_counts() =>
        Assert.Empty(Evolving.Check(
            [(Evolving.File("1.9"), Other), (Evolving.File("1.10"), Any)],
            [(Evolving.File("1.10"), Any), (Evolving.File("1.2"), Other)]).Findings);

    private static SchemasAnswer Replace(EventRegistry registry) => Evolving.Check(
        [(Evolving.File("1.0"), Any)],
        [(Evolving.File("2.0"), Other)],
        (name, major) => SchemaFiles.IsRead(registry, name, major));
}
