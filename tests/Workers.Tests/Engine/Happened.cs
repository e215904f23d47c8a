using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Engine;

/// <summary>The event of these specs. A message's body is its id; some bodies are not to be read.</summary>
internal sealed record Happened(string Id) : IEventDetail
{
    public const string Poison = "poison";
    public const string Unknown = "unknown";
    public const string Unhandled = "unhandled";
    public const string Buggy = "buggy";

    public DateTimeOffset? OccurredAt => null;

    public IEnumerable<Violation> Violations() => [];

    public static ReceivedEvent Read(string body, string messageId)
    {
        var name = new EventName("specs", body);
        return body switch
        {
            Poison => throw new PoisonEventException("items: is missing") { EventId = "event-poison" },
            Unknown => throw new UnknownEventException(name) { EventId = "event-unknown" },
            Buggy => throw new InvalidOperationException("an upcaster is broken"),
            _ => new(
                new EventEnvelope("envelope", name, FakeTime.Start),
                new EventMetadata($"event-{body}", "correlation"),
                body == Unhandled ? new Ignored() : new Happened(body)),
        };
    }

    private sealed record Ignored : IEventDetail
    {
        public DateTimeOffset? OccurredAt => null;

        public IEnumerable<Violation> Violations() => [];
    }
}
