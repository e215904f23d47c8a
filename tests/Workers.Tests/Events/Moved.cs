using Workers.Events;

namespace Workers.Tests.Events;

/// <summary>An event of nobody's, to test the registry by itself.</summary>
internal sealed record Moved(string To) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => null;

    public IEnumerable<Violation> Violations() => To.Length == 0 ? [new("to", "must not be empty")] : [];
}
