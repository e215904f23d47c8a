namespace LocalAws.EventBridge.Buses;

/// <summary>The new bus.</summary>
internal sealed record CreateEventBusResponse(string EventBusArn, string? Description);
