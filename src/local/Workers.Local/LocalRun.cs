using Microsoft.Extensions.Options;
using Spectre.Console;
using Workers.Local.Demo;
using Workers.Provisioning;

namespace Workers.Local;

/// <summary>One run of the fleet in one process.</summary>
internal static class LocalRun
{
    /// <summary>Runs until told to stop, or until the demo is over; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var fleet = await LocalFleet.StartAsync(options, cancellationToken);
            int exitCode;
            await using (fleet)
            {
                exitCode = await RunAsync(fleet, options, cancellationToken);
            }

            return fleet.Aws.IsDataBehind ? 1 : exitCode;
        }
        catch (Exception exception) when (exception is IOException or FleetFailedException or ProvisioningException or OptionsValidationException)
        {
            await System.Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(LocalFleet fleet, LocalOptions options, CancellationToken cancellationToken)
    {
        if (options.Demo)
        {
            var agrees = await new DemoRun(fleet, CreateConsole()).RunAsync(cancellationToken);
            if (options.Hold)
            {
                System.Console.WriteLine($"The demo's day is in the console at {fleet.Console}. Ctrl-C drains and stops.");
                await fleet.WaitForShutdownAsync();
            }

            return agrees ? 0 : 1;
        }

        System.Console.WriteLine(Welcome.Text(fleet.Aws.Endpoint, fleet.Api, fleet.Console));
        await fleet.WaitForShutdownAsync();
        return Environment.ExitCode;
    }

    private static IAnsiConsole CreateConsole() =>
        AnsiConsole.Create(new() { Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
}
