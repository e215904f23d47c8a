using System.CommandLine;
using Workers.Cli.Running;
using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>The commands that bring an endpoint to what the topology says, and back to nothing.</summary>
internal sealed class ProvisioningCommands(CommandFactory commands)
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };
    private readonly TagOption _tags = new();

    public Command Apply() => Create(
        "apply",
        "Creates what is missing, corrects what differs, leaves the rest alone.",
        _tags,
        (provisioner, _, _, cancellationToken) => provisioner.ApplyAsync(cancellationToken));

    public Command Plan() => Create(
        "plan",
        "Says what apply would do; changes nothing.",
        _tags,
        (provisioner, _, _, cancellationToken) => provisioner.PlanAsync(cancellationToken));

    public Command Destroy() => Create(
        "destroy",
        "Deletes every resource of the topology with this prefix, and all that is in them.",
        _yes,
        async (provisioner, session, arguments, cancellationToken) =>
        {
            await session.ConfirmAsync(
                $"Delete the whole fleet, with every message and item in it, {session.Target}?",
                arguments.GetValue(_yes),
                cancellationToken);
            return await provisioner.DestroyAsync(cancellationToken);
        });

    private Command Create(
        string name,
        string description,
        Option option,
        Func<TopologyProvisioner, Session, ParseResult, CancellationToken, Task<IReadOnlyList<ProvisionedResource>>> run)
    {
        var command = commands.Create(name, description, async (session, arguments, cancellationToken) =>
        {
            session.Say($"{name} {session.Target}");
            var provisioner = new TopologyProvisioner(session.Aws, session.Naming, session.Time) { Tags = _tags.Read(arguments) };
            var resources = await run(provisioner, session, arguments, cancellationToken);
            var answer = ProvisioningAnswer.Of(name, session.Endpoint, session.Naming.Prefix, resources);
            session.Answer(answer, CliJson.Plain.ProvisioningAnswer, console => ProvisioningReport.Write(console, answer));
            return ExitCode.Done;
        });
        command.Add(option);
        return command;
    }
}
