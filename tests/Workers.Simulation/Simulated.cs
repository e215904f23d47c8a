using System.Globalization;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Simulation;

/// <summary>The event of the simulation; a message's body is its id.</summary>
/// <param name="Id">The id.</param>
/// <param name="DueAt">Before this time nobody may handle it.</param>
internal sealed record Simulated(string Id, DateTimeOffset DueAt) : IEventDetail
{
    public const string PoisonPrefix = "poison";
    private const char DueMark = '@';

    /// <summary>The body of a message that is due at a time.</summary>
    public static string Timer(string id, DateTimeOffset dueAt) => string.Create(CultureInfo.InvariantCulture, $"{id}{DueMark}{dueAt.UtcTicks}");

    public DateTimeOffset? OccurredAt => null;

    public IEnumerable<Violation> Violations() => [];

    public static ReceivedEvent Read(string body) =>
        body.StartsWith(PoisonPrefix, StringComparison.Ordinal)
            ? throw new PoisonEventException("the body is no event")
            : new(
                new EventEnvelope(new EventName("simulation", "Simulated"), DateTimeOffset.UnixEpoch),
                new EventMetadata(body, body),
                new Simulated(body, DueAtOf(body)));

    private static DateTimeOffset DueAtOf(string body) =>
        body.IndexOf(DueMark, StringComparison.Ordinal) is > 0 and var mark
            ? new(long.Parse(body.AsSpan(mark + 1), CultureInfo.InvariantCulture), TimeSpan.Zero)
            : DateTimeOffset.MinValue;
}
