namespace LocalAws.EventBridge.Buses;

/// <summary>A page of ListEventBuses.</summary>
internal sealed record BusPage(IEnumerable<BusDescription> EventBuses, string? NextToken);
