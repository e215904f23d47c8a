using System.CommandLine;
using Workers.Cli.Audit;
using Workers.Cli.Books;
using Workers.Cli.DeadLetters;
using Workers.Cli.Exporting;
using Workers.Cli.Fleet;
using Workers.Cli.Forecasts;
using Workers.Cli.Loading;
using Workers.Cli.Orders;
using Workers.Cli.Provisioning;
using Workers.Cli.Publishing;
using Workers.Cli.Rehearsals;
using Workers.Cli.Replaying;
using Workers.Cli.Running;
using Workers.Cli.Schemas;
using Workers.Cli.Status;
using Workers.Cli.Views;
using Workers.Cli.Workflow;

namespace Workers.Cli;

/// <summary>The operator's command line.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Terminal terminal)
    {
        var fleet = new FleetOptions();
        var commands = new CommandFactory(fleet, terminal);
        var provisioning = new ProvisioningCommands(commands);
        var root = new RootCommand("Operates a fleet of workers.")
        {
            fleet.Prefix,
            fleet.EndpointUrl,
            fleet.Region,
            fleet.Local,
            fleet.Json,
            provisioning.Apply(),
            provisioning.Plan(),
            provisioning.Destroy(),
            ExportCommand.Create(commands),
            StatusCommand.Create(commands),
            FleetCommands.Create(commands),
            ForecastCommand.Create(commands),
            DeadLetterCommands.Create(commands),
            RehearseCommand.Create(commands),
            ReplayCommand.Create(commands),
            PublishCommand.Create(commands),
            LoadCommand.Create(commands),
            OrderCommands.Create(commands),
            BooksCommand.Create(commands),
            ViewCommands.Create(commands),
            SchemaCommands.Create(commands),
            AuditCommands.Create(commands),
            WorkflowCommands.Create(commands),
        };
        BlankValues.RefuseIn(root);
        return root;
    }

    /// <summary>Runs a command; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(Terminal terminal, string[] args, CancellationToken cancellationToken = default)
    {
        // Without response files: an argument is what it says, never a file to read more arguments from.
        var parsed = Create(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var streams = new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error.Profile.Out.Writer,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(60),   // what a command has begun it finishes
        };
        var exitCode = await parsed.InvokeAsync(streams, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }
}
