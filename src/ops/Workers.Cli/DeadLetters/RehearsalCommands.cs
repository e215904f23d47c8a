using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Workers.Cli.Running;
using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;
using Workers.Operations.Timing;

namespace Workers.Cli.DeadLetters;

/// <summary>What today's code would make of dead letters, and sending back what it would take.</summary>
internal static class RehearsalCommands
{
    /// <summary>How long the first letter of a group may take: a poll, a commit, and a queue with something in it.</summary>
    private static readonly TimeSpan CanaryPatience = TimeSpan.FromMinutes(1);

    public static Command Rehearse(CommandFactory commands)
    {
        var queue = new DeadLetterQueueArgument();
        var filter = new FilterOptions();
        var limit = CountOption.Create("--limit", "How many letters to rehearse at most.", usual: 100);
        var command = commands.Create(
            "rehearse",
            "Runs dead letters through today's code, on items read now. Writes nothing, publishes nothing, deletes nothing.",
            async (session, arguments, cancellationToken) =>
            {
                var dlq = queue.Read(arguments)!;
                var (letters, isWhole) = await Rehearsal(session)
                    .RunAsync(dlq, filter.Read(arguments), arguments.GetValue(limit), cancellationToken);
                var answer = RehearsalAnswer.Of(session.Naming.NameOf(dlq), isWhole, letters);
                session.Answer(answer, CliJson.Plain.RehearsalAnswer, console => RehearsalReport.Write(console, answer));
                return answer.Groups.Any(group => group.Verdict is Verdict.StillFails) ? ExitCode.Failed : ExitCode.Done;
            });
        command.Add(queue);
        filter.AddTo(command);
        command.Add(limit);
        return command;
    }

    /// <summary>Sends back the groups that pass.</summary>
    public static async Task<int> RedriveAsync(
        Session session, string dlq, LetterFilter filter, int rate, CancellationToken cancellationToken)
    {
        var (letters, _) = await Rehearsal(session).RunAsync(dlq, filter, limit: 100_000, cancellationToken);
        var redrive = new RehearsedRedrive(session.Fleet, dlq, new Pace(rate, session.Time), CanaryPatience);
        var answer = await session.ProgressAsync(
            session.Naming.NameOf(dlq), letters.Count, progress => redrive.RunAsync(letters, progress, cancellationToken));
        session.Answer(answer, CliJson.Plain.RehearsedRedriveAnswer, console => RehearsalReport.Write(console, answer));
        return answer.Groups.All(group => group.Redriven == group.Letters && group.Problem is null) ? ExitCode.Done : ExitCode.Failed;
    }

    private static DeadLetterRehearsal Rehearsal(Session session) => new(session.Fleet, session.Get<IConfiguration>());
}
