namespace LocalAws.EventBridge.Buses;

/// <summary>DescribeEventBus and DeleteEventBus.</summary>
internal sealed record BusRequest(string? Name);
