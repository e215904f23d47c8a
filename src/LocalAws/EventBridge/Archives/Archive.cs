using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.EventBridge.Archives;

/// <summary>An archive: it keeps the events of a bus that match its pattern.</summary>
internal sealed record Archive(string Name, string Arn, string SourceArn, string BusName, DateTimeOffset CreationTime) : INamed
{
    public string? Description { get; init; }

    /// <summary>Which events it keeps; null keeps all.</summary>
    public EventPattern? Pattern { get; init; }

    /// <summary>For how long it keeps them; 0 keeps them for ever.</summary>
    public int RetentionDays { get; init; }

    /// <summary>What it holds. A changed archive holds the same.</summary>
    public ArchivedEvents Events { get; init; } = new();
}
