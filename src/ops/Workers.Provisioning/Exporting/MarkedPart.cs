namespace Workers.Provisioning.Exporting;

/// <summary>The part of a hand-written file that is exported: what stands between two lines that bear the marks of <see cref="Notice"/>.</summary>
internal static class MarkedPart
{
    /// <summary>The text with its part replaced; its marks and all around them stay.</summary>
    /// <exception cref="ProvisioningException">The marks are missing.</exception>
    public static string Replace(string path, string what, string text, string part)
    {
        var begins = AfterLineOf(Notice.PartBegins, text, 0);
        var ends = begins < 0 ? -1 : text.IndexOf(Notice.PartEnds, begins, StringComparison.Ordinal);
        return ends < 0
            ? throw new ProvisioningException(
                $"{path}: the {what} should stand between a line with `{Notice.PartBegins}` "
                + $"and one with `{Notice.PartEnds}`: put the lines back.")
            : text[..begins] + part + text[StartOfLine(text, ends)..];
    }

    private static int AfterLineOf(string mark, string text, int from)
    {
        var found = text.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? -1 : text.IndexOf('\n', found) + 1;
    }

    private static int StartOfLine(string text, int index) => text.LastIndexOf('\n', index) + 1;
}
