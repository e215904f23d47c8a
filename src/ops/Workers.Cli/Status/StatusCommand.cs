using System.CommandLine;
using Workers.Cli.Running;
using Workers.Operations.Status;

namespace Workers.Cli.Status;

/// <summary>How full the fleet's queues are.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandFactory commands)
    {
        var age = new Option<bool>("--age")
        {
            Description = "Also looks how old the workers' messages are. SQS counts each look as a receive of up to ten messages, "
                + "and a worker gives a failing message up after five receives: not for a loop.",
        };
        var failOnDeadLetters = new Option<bool>("--fail-on-dead-letters")
        {
            Description = $"Ends with exit code {ExitCode.DeadLetters} where there is a dead letter, for a script that watches.",
        };
        var command = commands.Create(
            "status",
            "Shows depth, in flight, age and dead letters of every queue.",
            async (session, arguments, cancellationToken) =>
            {
                var looksAtWork = arguments.GetValue(age);
                var status = await new QueueReader(session.Fleet, looksAtWork).ReadAsync(cancellationToken);
                session.Answer(status, CliJson.Plain.StatusAnswer, console => StatusReport.Write(console, status, looksAtWork));
                if (status.Missing().ToList() is { Count: > 0 } missing)
                {
                    session.Complain($"Not there: {string.Join(", ", missing)}. Apply the topology {session.Target}, or look at --prefix.");
                    return ExitCode.Failed;
                }

                return arguments.GetValue(failOnDeadLetters) && status.CountDeadLetters() > 0 ? ExitCode.DeadLetters : ExitCode.Done;
            });
        command.Add(age);
        command.Add(failOnDeadLetters);
        return command;
    }
}
