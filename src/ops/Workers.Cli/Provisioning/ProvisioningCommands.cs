using System.CommandLine;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>The commands that bring an endpoint to what the topology says, and back to nothing. What was done is told however they end.</summary>
internal sealed class ProvisioningCommands(CommandFactory commands)
{
    private readonly TagOption _tags = new();

    private readonly Option<TimeSpan?> _orderDeadline = Duration.Option(
        "--order-deadline", "How long an order may take to be paid, and then to be shipped.", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));

    private readonly DestroyOptions _destroy = new();

    public Command Apply() => Create(
        "apply",
        "Creates what is missing, corrects what differs, leaves the rest alone.",
        [_tags, _orderDeadline],
        (provisioner, _, _, cancellationToken) => provisioner.ApplyAsync(cancellationToken));

    public Command Plan() => Create(
        "plan",
        "Says what apply would do; changes nothing.",
        [_tags, _orderDeadline],
        (provisioner, _, _, cancellationToken) => provisioner.PlanAsync(cancellationToken));

    public Command Destroy() => Create(
        "destroy",
        "Deletes every resource of the topology with this prefix, and all that is in them.",
        _destroy.All,
        async (provisioner, session, arguments, cancellationToken) =>
        {
            await _destroy.ConfirmAsync(session, arguments, cancellationToken);
            return await provisioner.DestroyAsync(cancellationToken);
        });

    private Command Create(
        string name,
        string description,
        Option[] options,
        Func<TopologyProvisioner, Session, ParseResult, CancellationToken, Task<IReadOnlyList<ProvisionedResource>>> run)
    {
        var command = commands.Create(name, description, async (session, arguments, cancellationToken) =>
        {
            session.Say($"{name} {session.Target}");
            var visited = new List<ProvisionedResource>();
            var provisioner = new TopologyProvisioner(session.Aws, session.Naming, session.Time)
            {
                Tags = _tags.Read(arguments),
                OrderDeadline = arguments.GetValue(_orderDeadline),
                DeletesForeignRules = _destroy.TakesForeignRules(arguments),
                OnVisited = visited.Add,
            };
            try
            {
                Answer(session, name, isComplete: true, await run(provisioner, session, arguments, cancellationToken));
                return ExitCode.Done;
            }
            catch (Exception exception) when (exception is not CommandFailedException)
            {
                Answer(session, name, isComplete: false, visited);
                throw;   // why is told on standard error, as of any command
            }
        });
        foreach (var option in options)
        {
            command.Add(option);
        }

        return command;
    }

    private static void Answer(Session session, string name, bool isComplete, IReadOnlyList<ProvisionedResource> resources)
    {
        var answer = ProvisioningAnswer.Of(name, session.Fleet.Endpoint, session.Naming.Prefix, isComplete, resources);
        session.Answer(answer, CliJson.Plain.ProvisioningAnswer, console => ProvisioningReport.Write(console, answer));
    }
}
