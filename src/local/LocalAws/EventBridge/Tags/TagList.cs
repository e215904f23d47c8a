namespace LocalAws.EventBridge.Tags;

/// <summary>The tags of a bus or rule.</summary>
internal sealed record TagList(IEnumerable<Tag> Tags);
