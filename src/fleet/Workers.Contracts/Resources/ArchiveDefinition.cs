namespace Workers.Contracts.Resources;

/// <summary>An archive of every event on the bus.</summary>
/// <param name="Name">The unprefixed name; with the prefix at most 48 characters.</param>
/// <param name="Retention">How long events are kept, in whole days.</param>
public sealed record ArchiveDefinition(string Name, TimeSpan Retention);
