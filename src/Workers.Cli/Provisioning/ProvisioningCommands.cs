using System.CommandLine;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;
using Workers.Events;
using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>The commands that bring an endpoint to what the topology says, and back to nothing.</summary>
internal sealed class ProvisioningCommands(EndpointOptions endpoint, IAnsiConsole console)
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };
    private readonly TagOption _tags = new();

    public Command Apply()
    {
        var command = Create(
            "apply",
            "Creates what is missing, corrects what differs, leaves the rest alone.",
            async (target, _, cancellationToken) => await target.Provisioner.ApplyAsync(cancellationToken));
        command.Add(_tags);
        return command;
    }

    public Command Plan()
    {
        var command = Create(
            "plan",
            "Says what apply would do; changes nothing.",
            async (target, _, cancellationToken) => await target.Provisioner.PlanAsync(cancellationToken));
        command.Add(_tags);
        return command;
    }

    public Command Destroy()
    {
        var command = Create(
            "destroy",
            "Deletes every resource of the topology with this prefix, and all that is in them.",
            async (target, arguments, cancellationToken) =>
                arguments.GetValue(_yes) || await ConfirmAsync(target, cancellationToken)
                    ? await target.Provisioner.DestroyAsync(cancellationToken)
                    : null);
        command.Add(_yes);
        return command;
    }

    private Command Create(
        string name,
        string description,
        Func<Target, ParseResult, CancellationToken, Task<IReadOnlyList<ProvisionedResource>?>> run)
    {
        var command = new Command(name, description);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            try
            {
                await using var services = endpoint.Connect(arguments);
                var target = Target.Of(services, _tags.Read(arguments));
                console.MarkupLineInterpolated($"[bold]{name}[/] {target}");
                if (await run(target, arguments, cancellationToken) is not { } resources)
                {
                    return 1;
                }

                ProvisioningReport.Write(console, resources);
                return 0;
            }
            catch (Exception exception) when (exception is ProvisioningException or OptionsValidationException)
            {
                console.MarkupLineInterpolated($"[red]{exception.Message}[/]");
                return 1;
            }
        });
        return command;
    }

    private async Task<bool> ConfirmAsync(Target target, CancellationToken cancellationToken)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            console.MarkupLine("[red]Nobody is here to confirm: say --yes to delete.[/]");
            return false;
        }

        var question = $"Delete the whole fleet, with every message and item in it, {target}?".EscapeMarkup();
        return await new ConfirmationPrompt(question) { DefaultValue = false }.ShowAsync(console, cancellationToken);
    }

    private sealed record Target(TopologyProvisioner Provisioner, string Prefix, string Url)
    {
        public static Target Of(IServiceProvider services, IReadOnlyDictionary<string, string> tags)
        {
            var naming = services.GetRequiredService<IOptions<ResourceNaming>>().Value;
            var clients = new AwsClients(
                services.GetRequiredService<IAmazonSQS>(),
                services.GetRequiredService<IAmazonEventBridge>(),
                services.GetRequiredService<IAmazonDynamoDB>());
            return new(
                new(clients, naming, services.GetRequiredService<TimeProvider>()) { Tags = tags },
                naming.Prefix,
                clients.Sqs.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL);
        }

        public override string ToString() => Prefix.Length == 0 ? $"at {Url}, no prefix" : $"at {Url}, prefix {Prefix}";
    }
}
