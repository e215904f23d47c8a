using System.CommandLine;
using System.Globalization;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Events.Publishing;
using Workers.Operations.Fleet;

namespace Workers.Cli.Fleet;

/// <summary>What can be seen of the fleet at work, and asked of it.</summary>
internal static class FleetCommands
{
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for whoever looks later." };
    private static readonly Option<string?> By = new("--by") { Description = "Who asks. The user of this machine unless given." };

    public static Command Create(CommandFactory commands)
    {
        var command = commands.Create(
            "fleet",
            "Shows every running instance and handler, and what is asked of queues.",
            async (session, _, cancellationToken) =>
            {
                var view = await FleetView.ReadAsync(session.Fleet, cancellationToken);
                session.Answer(view, CliJson.Plain.FleetView, console => FleetReport.Write(console, view));
                return ExitCode.Done;
            });
        command.Add(Pause(commands));
        command.Add(Resume(commands));
        command.Add(Limit(commands));
        return command;
    }

    private static Command Pause(CommandFactory commands)
    {
        var queue = Queue();
        var reason = new Option<string>("--reason") { Description = Reason.Description, Required = true };
        return Steer(
            commands,
            "pause",
            "Lets no instance receive from a queue, now or after a restart. What is in flight goes on.",
            [queue],
            [reason, By],
            (steering, arguments, by, cancellationToken) =>
                steering.PauseAsync(arguments.GetValue(queue)!, by, arguments.GetValue(reason)!, cancellationToken));
    }

    private static Command Resume(CommandFactory commands)
    {
        var queue = Queue();
        return Steer(
            commands,
            "resume",
            "Lets instances receive from a queue again.",
            [queue],
            [Reason, By],
            (steering, arguments, by, cancellationToken) =>
                steering.ResumeAsync(arguments.GetValue(queue)!, by, arguments.GetValue(Reason), cancellationToken));
    }

    private static Command Limit(CommandFactory commands)
    {
        var queue = Queue();
        var most = new Argument<int>("N")
        {
            Description = "How many messages each instance may handle at once; more than its MaxInFlight asks for nothing. 0 takes the limit away.",
        };
        most.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }, ..]
                && int.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var messages)
                && messages is < 0 or > QueueSteering.MostInFlight)
            {
                result.AddError("N must be from 0 to 120000, the messages of a queue that SQS lets be in flight.");
            }
        });
        return Steer(
            commands,
            "limit",
            "Lets each instance handle fewer of a queue's messages at once.",
            [queue, most],
            [Reason, By],
            (steering, arguments, by, cancellationToken) => steering.LimitAsync(
                arguments.GetValue(queue)!,
                arguments.GetValue(most) is > 0 and var limit ? limit : null,
                by,
                arguments.GetValue(Reason),
                cancellationToken));
    }

    private static Command Steer(
        CommandFactory commands,
        string name,
        string description,
        Argument[] arguments,
        Option[] options,
        Func<QueueSteering, ParseResult, string, CancellationToken, Task<SteeringAnswer>> steer)
    {
        var command = commands.Create(name, description, async (session, given, cancellationToken) =>
        {
            var steering = new QueueSteering(session.Fleet, session.Get<IEventPublisher>());
            var by = given.GetValue(By) ?? $"{Environment.UserName}@{Environment.MachineName}";
            var answer = await steer(steering, given, by, cancellationToken);
            session.Answer(answer, CliJson.Plain.SteeringAnswer, console => FleetReport.Write(console, answer));
            return ExitCode.Done;
        });
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        foreach (var option in options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Argument<string> Queue()
    {
        var queue = new Argument<string>("QUEUE") { Description = "A worker's queue, without the prefix." };
        queue.AcceptOnlyFromAmong([.. Topology.Consumptions.Select(consumption => consumption.Queue.Name)]);
        return queue;
    }
}
