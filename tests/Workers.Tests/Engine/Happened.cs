using System.Globalization;
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
    public const string Traced = "traced";

    /// <summary>Before it, in a body, stands the event's id; behind it, in how many seconds after the start the event is due.</summary>
    public const char Due = '@';

    public const string TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    public DateTimeOffset? OccurredAt => null;

    /// <summary>When it is due; the start where the body does not say.</summary>
    public DateTimeOffset DueAt => Id.Split(Due) is [_, var seconds]
        ? FakeTime.Start + TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))
        : FakeTime.Start;

    public IEnumerable<Violation> Violations() => [];

    public static ReceivedEvent Read(string body)
    {
        var name = new EventName("specs", body);
        return body switch
        {
            Poison => throw new PoisonEventException("items: is missing") { EventId = "event-poison" },
            Unknown => throw new UnknownEventException(name) { EventId = "event-unknown" },
            Buggy => throw new InvalidOperationException("an upcaster is broken"),
            _ => new(
                new EventEnvelope(name, FakeTime.Start),
                new EventMetadata($"event-{body}", "correlation", TraceParent: body == Traced ? TraceParent : null),
                body == Unhandled ? new Ignored() : new Happened(body)),
        };
    }

    private sealed record Ignored : IEventDetail
    {
        public DateTimeOffset? OccurredAt => null;

        public IEnumerable<Violation> Violations() => [];
    }
}
