namespace LocalAws.EventBridge.Archives;

/// <summary>A page of ListArchives.</summary>
internal sealed record ArchivePage(IEnumerable<ArchiveDescription> Archives, string? NextToken);
