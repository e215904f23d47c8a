namespace LocalAws.EventBridge.Archives;

/// <summary>An event in an archive.</summary>
/// <param name="At">When the bus accepted it.</param>
/// <param name="Utf8">Its envelope as JSON.</param>
internal readonly record struct ArchivedEvent(DateTimeOffset At, byte[] Utf8);
