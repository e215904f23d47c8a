using Spectre.Console;
using Workers.Cli.Running;
using Workers.Operations.DeadLetters;

namespace Workers.Cli.DeadLetters;

/// <summary>What was removed, for people: the plan in full, else only what went wrong, and a count.</summary>
internal static class RemovalReport
{
    public static void Write(IAnsiConsole console, RemovalAnswer answer)
    {
        var rows = answer.IsDryRun ? answer.Removals : [.. answer.Problems()];
        if (rows.Count > 0)
        {
            console.Write(Table(rows));
        }

        var counts = answer.Removals.CountBy(removal => removal.Outcome).OrderBy(count => count.Key).Select(count => $"{count.Value} {Word(count.Key)}");
        string[] returned = answer.CameBack > 0 ? [$"{answer.CameBack} of them came back"] : [];
        var others = answer.Others == 1 ? "1 other left" : $"{answer.Others} others left";
        console.WriteLine($"{answer.Queue}: {string.Join(", ", [.. counts, .. returned, others])}"
            + (answer.IsInterrupted ? "; interrupted before the end" : ""));
        if (answer.CameBack > 0)
        {
            console.WriteLine("Their worker has rejected them again already: `dlq show` says why.");
        }
    }

    private static Table Table(IReadOnlyList<Removal> rows)
    {
        var goSomewhere = rows.Any(removal => removal.Destination is not null);
        var table = Tables.Create(["message", "event id", .. (string[])(goSomewhere ? ["to", "problem"] : ["problem"])]);
        table.Columns[^1].NoWrap = false;
        foreach (var removal in rows)
        {
            string[] way = goSomewhere ? [(removal.Destination ?? "–").EscapeMarkup()] : [];
            table.AddRow([
                removal.MessageId.EscapeMarkup(), (removal.EventId ?? "–").EscapeMarkup(), .. way, $"[red]{(removal.Problem ?? "").EscapeMarkup()}[/]",
            ]);
        }

        return table;
    }

    private static string Word(RemovalOutcome outcome) => outcome switch
    {
        RemovalOutcome.Planned => "would go",
        RemovalOutcome.Redriven => "redriven",
        RemovalOutcome.Discarded => "discarded",
        RemovalOutcome.Kept => "kept",
        _ => "sent and kept",
    };
}
