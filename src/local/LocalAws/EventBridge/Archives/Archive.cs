using LocalAws.EventBridge.Events;
using LocalAws.EventBridge.Lists;
using LocalAws.Patterns;

namespace LocalAws.EventBridge.Archives;

/// <summary>An archive: it keeps the events of a bus that match its pattern, for as long as it is told to.</summary>
internal sealed record Archive(string Name, string Arn, string SourceArn, string BusName, DateTimeOffset CreationTime) : INamed
{
    public string? Description { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    /// <summary>Which events it keeps; null keeps all.</summary>
    public EventPattern? Pattern { get; init; }

    /// <summary>For how long it keeps them; 0 keeps them for ever.</summary>
    public int RetentionDays { get; init; }

    /// <summary>What it holds. A changed archive holds the same.</summary>
    public ArchivedEvents Events { get; init; } = new();

    /// <summary>Takes the event in, if it matches. A replayed event it has already.</summary>
    public void Offer(BusEvent @event)
    {
        if (!@event.IsReplayed && Pattern?.Matches(@event.Root) != false)
        {
            Events.Add(new ArchivedEvent(@event.IngestedAt, @event.Utf8));
            DropExpired(@event.IngestedAt);
        }
    }

    /// <summary>Drops what it has held for long enough.</summary>
    public void DropExpired(DateTimeOffset now)
    {
        // Days from before the calendar began are for ever, too.
        if (RetentionDays > 0 && RetentionDays < (now - DateTimeOffset.MinValue).TotalDays)
        {
            Events.DropBefore(now.AddDays(-RetentionDays));
        }
    }
}
