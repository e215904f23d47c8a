using System.CommandLine;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Operations.DeadLetters;

namespace Workers.Cli.DeadLetters;

/// <summary>The commands that only look. Looking hides a letter for as long as the command runs.</summary>
internal static class LookingCommands
{
    public static Command List(CommandFactory commands)
    {
        var queue = new DeadLetterQueueArgument(isOptional: true);
        return Create(
            commands,
            "list",
            "Lists dead letters: when, what, why. Those of every queue where none is named.",
            queue,
            arguments => (queue.Read(arguments), null),
            LetterView.Brief,
            ListReport.WriteTable,
            usualLimit: 100);
    }

    public static Command Show(CommandFactory commands)
    {
        var letters = new LetterArgument();
        return Create(
            commands,
            "show",
            "Shows dead letters in full: attributes and body.",
            letters,
            letters.Read,
            LetterView.Full,
            ListReport.WriteInFull,
            usualLimit: 10);
    }

    private static Command Create(
        CommandFactory commands,
        string name,
        string description,
        Argument argument,
        Func<ParseResult, (string? Queue, string? MessageId)> which,
        Func<DeadLetter, LetterView> view,
        Action<IAnsiConsole, ListAnswer, DateTimeOffset> write,
        int usualLimit)
    {
        var filter = new FilterOptions();
        var limit = CountOption.Create("--limit", "How many of a queue to show at most.", usualLimit);
        var command = commands.Create(name, description, async (session, arguments, cancellationToken) =>
        {
            var (queue, messageId) = which(arguments);
            var meant = filter.Read(arguments);
            meant = messageId is null ? meant : meant with { MessageId = messageId };
            var answers = new List<ListAnswer>();
            foreach (var dlq in queue is null ? DeadLetterQueueArgument.All : [queue])
            {
                answers.Add(await LookAsync(session, dlq, meant, view, arguments.GetValue(limit), cancellationToken));
            }

            Answer(session, queue is null ? new ListsAnswer(answers) : null, answers, write);
            if (messageId is null || answers.Any(answer => answer.Letters.Count > 0))
            {
                return ExitCode.Done;
            }

            session.Complain($"No dead letter's message id begins with {messageId}: `dlq list` shows those that there are.");
            return ExitCode.Failed;
        });
        command.Add(argument);
        filter.AddTo(command);
        command.Add(limit);
        return command;
    }

    private static void Answer(
        Session session, ListsAnswer? several, List<ListAnswer> answers, Action<IAnsiConsole, ListAnswer, DateTimeOffset> write)
    {
        var now = session.Time.GetUtcNow();
        if (several is null)
        {
            session.Answer(answers[0], CliJson.Plain.ListAnswer, console => write(console, answers[0], now));
        }
        else
        {
            session.Answer(several, CliJson.Plain.ListsAnswer, console => answers.ForEach(answer => write(console, answer, now)));
        }
    }

    private static async Task<ListAnswer> LookAsync(
        Session session, string dlq, LetterFilter filter, Func<DeadLetter, LetterView> view, int limit, CancellationToken cancellationToken)
    {
        var look = await LetterLook.AtAsync(session.Fleet, dlq, filter, limit, cancellationToken);
        return new(session.Naming.NameOf(dlq), [.. look.Letters.Select(view)], look.Others, look.IsWhole);
    }
}
