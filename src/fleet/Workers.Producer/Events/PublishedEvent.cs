using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workers.Producer.Events;

/// <summary>The answer to a published event.</summary>
/// <param name="Message">For people.</param>
/// <param name="EventType">The event's type, as the caller named it.</param>
/// <param name="EventId">The idempotency key of everything that follows from the event.</param>
/// <param name="OrderId">The order it is about, if it is about one.</param>
/// <param name="Detail">What was published, its metadata included.</param>
internal sealed record PublishedEvent(
    string Message,
    string EventType,
    string EventId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OrderId,
    JsonElement Detail);
