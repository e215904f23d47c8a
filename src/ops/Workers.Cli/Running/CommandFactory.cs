using System.CommandLine;
using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Operations;
using Workers.Provisioning;

namespace Workers.Cli.Running;

/// <summary>Makes commands that all fail alike: a line on standard error, and the exit code that says what kind it was.</summary>
internal sealed class CommandFactory(FleetOptions options, Terminal terminal)
{
    public Command Create(
        string name, string description, Func<Session, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments, run, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult arguments,
        Func<Session, ParseResult, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var services = options.Connect(arguments);
            return await run(new Session(services, terminal, arguments.GetValue(options.Json)), arguments, cancellationToken);
        }
        catch (Exception exception) when (ExitCodeOf(exception, cancellationToken) is { } exitCode)
        {
            terminal.Complain(exitCode == ExitCode.Interrupted ? "Interrupted." : Printable.Of(exception.Message));
            if (exception is OptionsValidationException && !arguments.GetValue(options.Local))
            {
                terminal.Complain("--local aims at the fleet that runs on this machine, and needs no settings.");
            }

            return exitCode;
        }
    }

    /// <summary>Null for what nobody foresaw: its stack trace is the message.</summary>
    private static int? ExitCodeOf(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        CommandFailedException failure => failure.ExitCode,
        OptionsValidationException => ExitCode.Usage,
        OperationCanceledException when cancellationToken.IsCancellationRequested => ExitCode.Interrupted,
        ProvisioningException or OperationFailedException or PublishFailedException or IOException or UnauthorizedAccessException => ExitCode.Failed,
        _ when AwsFailures.Of(exception, cancellationToken) is not null => ExitCode.Failed,
        _ => null,
    };
}
