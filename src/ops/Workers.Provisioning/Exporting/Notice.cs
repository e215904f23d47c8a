namespace Workers.Provisioning.Exporting;

/// <summary>How an exported text tells that nobody should change it by hand.</summary>
internal static class Notice
{
    /// <summary>The notice itself, for a file whose comments are written otherwise.</summary>
    public const string Words =
        $"Exported from the topology by `{ExportedFile.Command}`; changes made here are lost, and fail a test.";

    /// <summary>The first line of a file that is exported whole.</summary>
    public const string Comment = $"# {Words}\n";

    /// <summary>What stands after the mark at the start of an exported part.</summary>
    public const string PartBegins = $">>> {Words}";

    /// <summary>What stands after the mark at the end of an exported part.</summary>
    public const string PartEnds = "<<<";
}
