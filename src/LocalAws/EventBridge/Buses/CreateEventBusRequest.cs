using LocalAws.EventBridge.Tags;

namespace LocalAws.EventBridge.Buses;

/// <summary>CreateEventBus.</summary>
internal sealed record CreateEventBusRequest(string? Name)
{
    public string? Description { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}
