using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.Buses;

/// <summary>A bus as clients see it.</summary>
internal sealed record BusDescription(string Name, string Arn)
{
    public string? Description { get; init; }

    public string? Policy { get; init; }

    /// <summary>UpdateEventBus does not say.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>UpdateEventBus does not say.</summary>
    public DateTimeOffset? LastModifiedTime { get; init; }

    /// <summary>Lists leave it out, like the other settings.</summary>
    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public static BusDescription Of(EventBus bus) => new(bus.Name, bus.Arn)
    {
        Description = bus.Description,
        Policy = bus.Policy,
        CreationTime = bus.CreationTime,
        LastModifiedTime = bus.LastModifiedTime,
    };

    public static BusDescription WithSettings(EventBus bus) => Of(bus) with
    {
        KmsKeyIdentifier = bus.KmsKeyIdentifier,
        DeadLetterConfig = bus.DeadLetterConfig,
        LogConfig = bus.LogConfig,
    };
}
