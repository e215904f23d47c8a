namespace Workers.Cli.Exporting;

/// <summary>What became of the exported files.</summary>
/// <param name="IsStale">Whether one of them is still not what the topology says.</param>
/// <param name="Files">Each of them.</param>
internal sealed record ExportAnswer(bool IsStale, IReadOnlyList<ExportAnswer.Entry> Files)
{
    /// <summary>What became of one file.</summary>
    /// <param name="File">Where it is.</param>
    /// <param name="IsStale">Whether it is still not what the topology says.</param>
    /// <param name="Words">The same for people.</param>
    internal sealed record Entry(string File, bool IsStale, string Words);
}
