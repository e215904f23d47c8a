using Workers.Contracts;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;

namespace Workers.Tests.Contracts;

public sealed class TheSchemas
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    public static TheoryData<string> Events => [.. Registry.Shapes.Select(EventSchema.NameOf)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Say_what_the_code_says(string name) => Approved.Matches(
        PathOf(name),
        EventSchema.TextOf(Registry.Shapes.Single(shape => EventSchema.NameOf(shape) == name)));

    [Fact]
    public void Are_of_our_events_alone() => Assert.Equal(
        Registry.Shapes.Select(shape => PathOf(EventSchema.NameOf(shape))).Order(),
        Directory.GetFiles(Approved.PathOf("docs", "events"), "*.json").Order());

    private static string PathOf(string name) => Approved.PathOf("docs", "events", $"{name}.schema.json");
}
