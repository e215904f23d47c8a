using System.CommandLine;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.DeadLetters;

namespace Workers.Cli.DeadLetters;

/// <summary>Dead letters by what they have in common.</summary>
internal static class GroupsCommand
{
    public static Command Create(CommandFactory commands)
    {
        var queue = new DeadLetterQueueArgument();
        var filter = new FilterOptions();
        var limit = CountOption.Create("--limit", "How many letters to look at at most.", usual: 10_000);
        var command = commands.Create(
            "groups",
            "Groups dead letters by fingerprint: the handler, the exception, and where it was thrown or, else, the reason.",
            async (session, arguments, cancellationToken) =>
            {
                var dlq = queue.Read(arguments)!;
                var look = await LetterLook.AtAsync(session.Fleet, dlq, filter.Read(arguments), arguments.GetValue(limit), cancellationToken);
                var answer = new LetterGroups(session.Naming.NameOf(dlq), LetterGroup.Of(look.Letters), look.IsWhole);
                session.Answer(answer, CliJson.Plain.LetterGroups, console => Write(console, answer, session.Time.GetUtcNow()));
                return ExitCode.Done;
            });
        command.Add(queue);
        filter.AddTo(command);
        command.Add(limit);
        return command;
    }

    private static void Write(IAnsiConsole console, LetterGroups answer, DateTimeOffset now)
    {
        if (answer.Groups.Count > 0)
        {
            var table = Tables.Create("group", "letters", "first", "last", "handler", "exception", "where or why").Right(1, 2, 3);
            table.Columns[6].NoWrap = false;
            foreach (var group in answer.Groups)
            {
                table.AddRow(
                    group.Fingerprint.Id,
                    Tables.Number(group.Count),
                    Duration.Words(now - group.First),
                    Duration.Words(now - group.Last),
                    Safe(group.Fingerprint.Handler),
                    Safe(group.Fingerprint.ExceptionType?.Split('.')[^1]),
                    Safe(group.Fingerprint.Place));
            }

            console.Write(table);
        }

        console.WriteLine($"{answer.Groups.Sum(group => group.Count)} dead letters in {answer.Groups.Count} groups in {answer.Queue}"
            + (answer.IsWhole ? "" : ", and more: --limit looks at more"));
    }

    private static string Safe(string? text) => Printable.Of(text ?? "–").EscapeMarkup();
}
