using Spectre.Console;
using Workers.Cli;
using Workers.Cli.Running;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

/// <summary>Somebody who runs commands from a script: nobody answers questions, and the streams are pipes.</summary>
internal sealed class Operator(AwsEndpoint endpoint, string prefix)
{
    /// <summary>What a command reads when its file is <c>-</c>.</summary>
    public string Input { get; init; } = "";

    /// <summary>Where commands go: the suite's endpoint unless a spec starts one of its own.</summary>
    public string Url { get; init; } = endpoint.Url;

    public async Task<CommandRun> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        string[] fleet = prefix.Length == 0 ? [] : ["--prefix", prefix];
        string[] all = [.. arguments, .. fleet, "--endpoint-url", Url, "--region", endpoint.Region];

        var exitCode = await CommandLine.RunAsync(
            new Terminal(Pipe(output), Pipe(error), new StringReader(Input)), all, TestContext.Current.CancellationToken);

        return new(exitCode, output.ToString(), error.ToString());
    }

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
