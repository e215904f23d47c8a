using Spectre.Console;
using Workers.Cli;

var console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    console.Profile.Capabilities.Ansi = false;
    console.Profile.Width = 1_000;   // a pipe takes one line per resource, however long
}

console.Profile.Capabilities.Interactive &= !Console.IsInputRedirected;
return await CommandLine.Create(console).Parse(args).InvokeAsync();
