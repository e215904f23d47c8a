namespace LocalAws.EventBridge.Buses;

/// <summary>A bus as clients see it.</summary>
internal sealed record BusDescription(
    string Name, string Arn, string? Description, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime)
{
    public static BusDescription Of(EventBus bus) =>
        new(bus.Name, bus.Arn, bus.Description, bus.CreationTime, bus.CreationTime);
}
