using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.Buses;

/// <summary>CreateEventBus, and UpdateEventBus, which has neither tags nor an event source.</summary>
internal sealed record CreateEventBusRequest(string? Name)
{
    public string? Description { get; init; }

    public string? EventSourceName { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}
