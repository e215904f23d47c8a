using System.CommandLine;
using Workers.Cli.Running;

namespace Workers.Cli.DeadLetters;

/// <summary>The commands that only look. Looking hides a letter for as long as the command runs.</summary>
internal static class LookingCommands
{
    public static Command List(CommandFactory commands) => Create(
        commands,
        "list",
        "Lists dead letters: when, what, why.",
        LetterView.Brief,
        (session, answer) => session.Answer(
            answer, CliJson.Plain.ListAnswer, console => ListReport.WriteTable(console, answer, session.Time.GetUtcNow())),
        usualLimit: 100);

    public static Command Show(CommandFactory commands) => Create(
        commands,
        "show",
        "Shows dead letters in full: attributes and body.",
        LetterView.Full,
        (session, answer) => session.Answer(
            answer, CliJson.Plain.ListAnswer, console => ListReport.WriteInFull(console, answer, session.Time.GetUtcNow())),
        usualLimit: 10);

    private static Command Create(
        CommandFactory commands,
        string name,
        string description,
        Func<DeadLetter, LetterView> view,
        Action<Session, ListAnswer> write,
        int usualLimit)
    {
        var queue = new DeadLetterQueueArgument();
        var filter = new FilterOptions();
        var limit = CountOption.Create("--limit", "How many to show at most.", usualLimit);
        var command = commands.Create(name, description, async (session, arguments, cancellationToken) =>
        {
            var dlq = queue.Read(arguments);
            var url = await session.QueueUrlAsync(dlq, cancellationToken);
            var meant = filter.Read(arguments);
            await using var walk = new DeadLetterWalk(session.Aws.Sqs, url);
            var answer = await LookAsync(walk, meant, session, arguments.GetValue(limit), cancellationToken);
            write(session, new(
                session.Naming.NameOf(dlq), [.. answer.Letters.OrderBy(letter => letter.SentAt).Select(view)], answer.Others, answer.IsWhole));
            return ExitCode.Done;
        });
        command.Add(queue);
        filter.AddTo(command);
        command.Add(limit);
        return command;
    }

    private static async Task<(List<DeadLetter> Letters, int Others, bool IsWhole)> LookAsync(
        DeadLetterWalk walk, LetterFilter filter, Session session, int limit, CancellationToken cancellationToken)
    {
        var now = session.Time.GetUtcNow();
        var (found, others) = (new List<DeadLetter>(), 0);
        await foreach (var letters in walk.BatchesAsync(cancellationToken))
        {
            found.AddRange(letters.Where(letter => filter.Matches(letter, now)));
            others += letters.Count(letter => !filter.Matches(letter, now));
            if (found.Count > limit)
            {
                return (found[..limit], others, IsWhole: false);
            }
        }

        return (found, others, IsWhole: true);
    }
}
