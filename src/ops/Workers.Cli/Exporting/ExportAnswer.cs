namespace Workers.Cli.Exporting;

/// <summary>What became of the template's file.</summary>
/// <param name="File">Where it is.</param>
/// <param name="IsStale">Whether it is still not what the topology says.</param>
/// <param name="Words">The same for people.</param>
internal sealed record ExportAnswer(string File, bool IsStale, string Words);
