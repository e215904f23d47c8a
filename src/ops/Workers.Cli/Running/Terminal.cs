using Spectre.Console;

namespace Workers.Cli.Running;

/// <summary>Where a command answers and where it talks.</summary>
/// <param name="Out">The answer: text for people, or one JSON document.</param>
/// <param name="Error">Errors and progress.</param>
/// <param name="In">What a command reads when its file is <c>-</c>.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, TextReader In)
{
    /// <summary>The process's own streams. A pipe gets one line per row, however long, and no colour.</summary>
    public static Terminal OfProcess()
    {
        var terminal = new Terminal(
            Create(Console.Out, Console.IsOutputRedirected),
            Create(Console.Error, Console.IsErrorRedirected),
            InputText.Reader(Console.OpenStandardInput()));
        terminal.Out.Profile.Capabilities.Interactive &= !Console.IsInputRedirected;
        return terminal;
    }

    /// <summary>Tells people that something is wrong.</summary>
    public void Complain(string text) => Error.MarkupLineInterpolated($"[red]{text}[/]");

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
        if (redirected)
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.Interactive = false;
            console.Profile.Width = 1_000;
        }

        return console;
    }
}
