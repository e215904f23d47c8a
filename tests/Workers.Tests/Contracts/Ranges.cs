using Workers.Contracts;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Contracts;

internal static class Ranges
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    /// <summary>What consumers and the producer find wrong with a detail.</summary>
    public static IReadOnlyList<Violation> Check(IEventDetail detail) =>
        Registry.Shapes.Single(shape => shape.Json.Type == detail.GetType()).Ranges.Check(detail) ?? [];
}
