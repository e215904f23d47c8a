namespace LocalAws.EventBridge.Buses;

/// <summary>What AWS logs of a bus. It is kept, and nothing is logged.</summary>
internal sealed record LogConfig(string? IncludeDetail, string? Level);
