using System.Text.Json.Nodes;
using Workers.Contracts.Resources;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenAnEventComesFromAnySource
{
    private static readonly EventName Moved = new("test", "Moved");
    private static readonly EventName MovedAnywhere = new(EventName.AnySource, "moved");

    private readonly EventRegistry _registry = new EventRegistryBuilder()
        .Event(Moved, TestEventsJson.Default.Moved)
        .Upcast(MovedAnywhere, Moved, _ => new JsonObject { ["to"] = "anywhere" })
        .Upcast(new("known", "moved"), Moved, _ => new JsonObject { ["to"] = "known" })
        .Build();

    [Theory]
    [InlineData("elsewhere", "anywhere")]
    [InlineData("*", "anywhere")]
    [InlineData("known", "known")]
    public void A_registration_of_its_own_source_goes_before(string source, string to) =>
        Assert.Equal(new Moved(to), _registry.Read(Bodies.Envelope(new(source, "moved"), "{}"), "M1").Detail);

    [Fact]
    public void Its_envelope_says_who_stated_it() =>
        Assert.Equal(new EventName("elsewhere", "moved"), _registry.Read(Bodies.Envelope(new("elsewhere", "moved"), "{}"), "M1").Envelope.Name);

    [Fact]
    public void Another_detail_type_stays_unknown() =>
        Assert.Throws<UnknownEventException>(() => _registry.Read(Bodies.Envelope(new("elsewhere", "Moved"), "{}"), "M1"));

    [Fact]
    public void A_rule_matches_it_by_its_detail_type_alone() =>
        Assert.Equal("""{"detail-type":["moved"]}""", new EventPattern(MovedAnywhere).ToJson());

    [Fact]
    public void A_rule_for_everything_matches_any_source() =>
        Assert.Equal("""{"source":[{"prefix":""}]}""", EventPattern.Everything.ToJson());
}
