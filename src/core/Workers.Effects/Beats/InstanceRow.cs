using System.Text.Json.Serialization;

namespace Workers.Effects.Beats;

/// <summary>An instance of a worker, as it told of itself at its last beat.</summary>
/// <param name="Instance">Its name, new with each start.</param>
/// <param name="Worker">The deployable's name.</param>
/// <param name="Build">The version and, where it was built from a checkout, the commit.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="BeatAt">When it told all this, by its own clock.</param>
/// <param name="ExpiresAt">When it is to be taken for gone unless it has told again.</param>
/// <param name="Queues">The queues that it consumes.</param>
public sealed record InstanceRow(
    string Instance,
    string Worker,
    string Build,
    string Host,
    DateTimeOffset StartedAt,
    DateTimeOffset BeatAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<QueueFigures> Queues);

/// <summary>One queue as one instance sees it.</summary>
/// <param name="Queue">The queue's unprefixed name.</param>
/// <param name="InFlight">How many messages it handles just now; exact.</param>
/// <param name="OldestSeconds">How long ago the oldest of them came into the queue; zero where there is none.</param>
/// <param name="GonePerSecond">How many messages a second left the queue for good during the last minute.</param>
/// <param name="IsPaused">Whether it begins no receive.</param>
/// <param name="MaxInFlight">How many messages it may handle at once.</param>
/// <param name="Handlers">Its handlers.</param>
public sealed record QueueFigures(
    string Queue,
    int InFlight,
    double OldestSeconds,
    double GonePerSecond,
    bool IsPaused,
    int MaxInFlight,
    IReadOnlyList<HandlerFigures> Handlers);

/// <summary>One handler in one instance. Counts are of its calls since the instance started, a redelivered message's among them; exact.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Handled">It was done.</param>
/// <param name="Failed">It threw.</param>
/// <param name="Waiting">It asked to try later.</param>
/// <param name="Rejected">It sent the message to the dead-letter queue.</param>
/// <param name="Duplicates">It was done because the effect had happened before.</param>
/// <param name="Handling">How long it had a message, during the last minute; null where it had none.</param>
/// <param name="PublishedToHandled">From the event's publishing until it was done, during the last minute.</param>
public sealed record HandlerFigures(
    string Handler,
    long Handled,
    long Failed,
    long Waiting,
    long Rejected,
    long Duplicates,
    Percentiles? Handling,
    Percentiles? PublishedToHandled)
{
    /// <summary>Requests to DynamoDB, also for messages that failed or came twice; those of a group share them evenly.</summary>
    public double Requests { get; init; }

    /// <summary>The write units that DynamoDB says these took; it does not say what a write took whose condition failed.</summary>
    public double WriteUnits { get; init; }
}

/// <summary>How long something took, at most a tenth too long.</summary>
/// <param name="P50">Half of the times it took no longer, in seconds.</param>
/// <param name="P95">Nineteen times out of twenty it took no longer, in seconds.</param>
public sealed record Percentiles(double P50, double P95);

/// <summary>Figures as the table holds them.</summary>
[JsonSerializable(typeof(IReadOnlyList<QueueFigures>))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class FiguresJson : JsonSerializerContext;
