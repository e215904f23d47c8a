namespace Workers.Cli.Running;

/// <summary>
/// Text of unknown origin as a terminal may show it. A dead letter can hold anything, the sequences included by which a terminal is
/// told to move its cursor or to change its title.
/// </summary>
internal static class Printable
{
    /// <summary>The text with every control character but line feeds and tabs replaced by U+FFFD.</summary>
    public static string Of(string text) => text.Any(IsControl)
        ? string.Create(text.Length, text, static (shown, all) =>
        {
            for (var index = 0; index < shown.Length; index++)
            {
                shown[index] = IsControl(all[index]) ? '\uFFFD' : all[index];
            }
        })
        : text;

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\t');
}
