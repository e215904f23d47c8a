using System.CommandLine;
using Spectre.Console;
using Workers.Cli;
using Workers.Cli.Running;

namespace Workers.Tests.Cli;

/// <summary>Runs command lines in this process, as a script would, and walks the commands that there are.</summary>
internal static class CommandTree
{
    /// <summary>Every option that a command takes itself, with the words that lead to it; those of all commands stand at the root.</summary>
    public static IEnumerable<(string[] Path, Option Option)> Options =>
        from command in Commands
        from option in command.Command.Options
        where option.Name is not ("--help" or "--version")
        select (command.Path, option);

    /// <summary>Every argument, likewise.</summary>
    public static IEnumerable<(string[] Path, Argument Argument)> Arguments =>
        from command in Commands
        from argument in command.Command.Arguments
        select (command.Path, argument);

    private static IEnumerable<(string[] Path, Command Command)> Commands => Below([], CommandLine.Create(Silent(out _, out _)));

    /// <summary>What a command line says, without running it.</summary>
    public static ParseResult Parse(params string[] arguments) => CommandLine.Create(Silent(out _, out _)).Parse(arguments);

    /// <summary>The exit code, standard output and standard error of a command line. Where it asks AWS, nobody answers.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments)
    {
        var exitCode = await CommandLine.RunAsync(Silent(out var output, out var error), arguments, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static IEnumerable<(string[] Path, Command Command)> Below(string[] path, Command command) =>
        [(path, command), .. command.Subcommands.SelectMany(sub => Below([.. path, sub.Name], sub))];

    private static Terminal Silent(out StringWriter output, out StringWriter error) =>
        new(Pipe(output = new()), Pipe(error = new()), TextReader.Null);

    private static IAnsiConsole Pipe(StringWriter writer)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 1_000;
        return console;
    }
}
