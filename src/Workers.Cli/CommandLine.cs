using System.CommandLine;
using Spectre.Console;
using Workers.Cli.Provisioning;

namespace Workers.Cli;

/// <summary>The operator's command line.</summary>
internal static class CommandLine
{
    public static RootCommand Create(IAnsiConsole console)
    {
        var endpoint = new EndpointOptions();
        var provisioning = new ProvisioningCommands(endpoint, console);
        return new("Operates a fleet of workers.")
        {
            endpoint.Prefix,
            endpoint.EndpointUrl,
            endpoint.Region,
            provisioning.Apply(),
            provisioning.Plan(),
            provisioning.Destroy(),
        };
    }
}
