using Workers.Contracts;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class TheJsonOfEveryEvent
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    public static TheoryData<string> Events => [.. Registry.Shapes.Select(EventSchema.NameOf)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Is_frozen(string name)
    {
        var (full, least) = ExamplesOf(name);

        Approved.Matches(
            Approved.PathOf("tests", "Workers.Tests", "Contracts", "Approved", $"{name}.jsonl"),
            $"{Compose(full).Detail}\n{Compose(least).Detail}\n");
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Is_read_as_it_was_written(string name)
    {
        var (full, least) = ExamplesOf(name);

        Assert.All([full, least], detail =>
        {
            var outgoing = Compose(detail);
            var received = Registry.Read(Bodies.Envelope(outgoing.Name, outgoing.Detail), "M1");
            Assert.Equal(outgoing.Detail, Registry.Compose(received.Detail, received.Metadata, FakeTime.Start).Detail);
        });
    }

    [Fact]
    public void Is_read_in_every_version_that_was_ever_frozen() => Assert.All(
        Directory.GetFiles(Approved.PathOf("tests", "Workers.Tests", "Contracts", "Approved"), "*.jsonl"), file =>
        {
            var shape = Registry.Shapes.Single(shape => Path.GetFileName(file).StartsWith(WithoutVersion(shape), StringComparison.Ordinal));
            Assert.All(File.ReadLines(file), detail => Registry.Read(Bodies.Envelope(shape.Name, detail), "M1"));
        });

    private static string WithoutVersion(EventShape shape) => EventSchema.NameOf(shape)[..^$"{shape.Version}".Length];

    private static (IEventDetail Full, IEventDetail Least) ExamplesOf(string name) =>
        Assert.Single(Examples.All, example => Registry.Shapes.Single(shape => EventSchema.NameOf(shape) == name).Json.Type == example.Full.GetType());

    private static OutgoingEvent Compose(IEventDetail detail) =>
        Registry.Compose(detail, Examples.Metadata, FakeTime.Start);
}
