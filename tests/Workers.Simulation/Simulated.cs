using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Simulation;

/// <summary>The event of the simulation; a message's body is its id.</summary>
internal sealed record Simulated(string Id) : IEventDetail
{
    public const string PoisonPrefix = "poison";

    public DateTimeOffset? OccurredAt => null;

    public IEnumerable<Violation> Violations() => [];

    public static ReceivedEvent Read(string body) =>
        body.StartsWith(PoisonPrefix, StringComparison.Ordinal)
            ? throw new PoisonEventException("the body is no event")
            : new(
                new EventEnvelope(new EventName("simulation", "Simulated"), DateTimeOffset.UnixEpoch),
                new EventMetadata(body, body),
                new Simulated(body));
}
