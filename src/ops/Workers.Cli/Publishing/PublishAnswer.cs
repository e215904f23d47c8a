namespace Workers.Cli.Publishing;

/// <summary>What became of the input.</summary>
/// <param name="Bus">The bus, prefix included.</param>
/// <param name="Published">How many entries EventBridge took.</param>
/// <param name="Entries">Every entry, in the order of the input.</param>
internal sealed record PublishAnswer(string Bus, int Published, IReadOnlyList<EntryResult> Entries);
