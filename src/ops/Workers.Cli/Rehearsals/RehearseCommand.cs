using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Workers.Cli.Replaying;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.Reading;
using Workers.Operations.Rehearsals;

namespace Workers.Cli.Rehearsals;

/// <summary>Shows the past to this build: to be asked before it is deployed.</summary>
internal static class RehearseCommand
{
    private const string Day = "24h";

    public static Command Create(CommandFactory commands)
    {
        var archive = new Option<bool>("--archive") { Description = "Every event of the past, as the audit trail has it." };
        var from = Moment.Option("--from", $"With --archive, events from then on: a time, or how long ago. {Day} unless given.");
        var order = new Option<string?>("--order") { Description = "Every event about one order instead." };
        var command = commands.Create(
            "rehearse",
            "Shows past events to this build's readers and decisions, and writes nothing; ends with 1 where it refuses what was taken.",
            async (session, arguments, cancellationToken) =>
            {
                var (orderId, since) = (arguments.GetValue(order), arguments.GetValue(from));
                if (arguments.GetValue(archive) == orderId is not null || (orderId is not null && since is not null))
                {
                    throw new CommandFailedException("Say either --archive, with or without --from, or --order ID.", ExitCode.Usage);
                }

                var events = new RecordedEvents(session.Fleet);
                var past = orderId is null
                    ? events.SinceAsync(Since(session, since ?? Day), cancellationToken)
                    : (await events.OfOrderAsync(orderId, cancellationToken)).ToAsyncEnumerable();
                await using var rehearsal = new PastRehearsal(
                    session.Fleet, queue => RehearsalHost.Of(session.Fleet, session.Get<IConfiguration>(), queue));
                var answer = await rehearsal.RunAsync(past, cancellationToken);
                session.Answer(answer, CliJson.Plain.PastAnswer, console => RehearseReport.Write(console, answer));
                return answer.Regressions == 0 ? ExitCode.Done : ExitCode.Failed;
            });
        command.Add(archive);
        command.Add(from);
        command.Add(order);
        return command;
    }

    private static DateTimeOffset Since(Session session, string text)
    {
        var now = session.Time.GetUtcNow();
        var since = Moment.Parse(text, now)!.Value;
        var life = MarkerLife.In(session.Get<IConfiguration>());
        return since >= now - life
            ? since
            : throw new CommandFailedException(
                $"--from ({since:u}) is longer ago than markers are kept ({Duration.Words(life)}, Workers:Effects:MarkerLife): "
                + "nothing remembers what was taken then.",
                ExitCode.Usage);
    }
}
