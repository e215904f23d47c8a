using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.Buses;

/// <summary>The new bus.</summary>
internal sealed record CreateEventBusResponse(string EventBusArn)
{
    public string? Description { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public static CreateEventBusResponse Of(EventBus bus) => new(bus.Arn)
    {
        Description = bus.Description,
        KmsKeyIdentifier = bus.KmsKeyIdentifier,
        DeadLetterConfig = bus.DeadLetterConfig,
        LogConfig = bus.LogConfig,
    };
}
