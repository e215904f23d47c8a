using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Operations.Rehearsals;

namespace Workers.Cli.Rehearsals;

/// <summary>Writes what this build would make of the past.</summary>
internal static class RehearseReport
{
    public static void Write(IAnsiConsole console, PastAnswer answer)
    {
        if (answer.Events == 0)
        {
            console.WriteLine("The audit trail has no event of that time: nothing was shown to this build.");
            return;
        }

        var table = Tables.Create(
                "handler", "event", "shown", "taken", "refused", "taken, refused", "emits otherwise", "emitted", "writes")
            .Right(2, 3, 4, 5, 6, 7, 8);
        foreach (var row in answer.Rows)
        {
            table.AddRow(
                HandlerOf(row).EscapeMarkup(),
                Printable.Of(row.Event).EscapeMarkup(),
                Tables.Number(row.Events),
                row.NotAsked == row.Events ? "not asked" : Tables.Number(row.Taken),
                Tables.Number(row.Refused),
                row.Regressions > 0 ? $"[red]{Tables.Number(row.Regressions)}[/]" : "0",
                Tables.Number(row.Otherwise),
                row.EmittedThen + row.EmitsNow == 0 ? "0" : $"{Tables.Number(row.EmittedThen)}, now {Tables.Number(row.EmitsNow)}",
                row.WritesNow.ToString("0.#", CultureInfo.InvariantCulture));
        }

        console.Write(table);
        foreach (var row in answer.Rows.Where(row => row.Example is not null))
        {
            console.MarkupLineInterpolated($"[red]refused[/] by {HandlerOf(row)}: {Printable.Of(row.Event)} {Printable.Of(row.Example!)}");
        }

        foreach (var (rule, events) in answer.LeftOut)
        {
            console.MarkupLineInterpolated(
                $"{Tables.Number(events)} events were not shown to the queues of rule {rule}: only EventBridge can make their bodies.");
        }

        console.MarkupLineInterpolated(
            $"{Tables.Number(answer.Events)} events, {Tables.Number(answer.Regressions)} that were taken would be refused.");
    }

    private static string HandlerOf(PastRow row) => row.Handler == PastRehearsal.Reader ? $"{row.Queue} {row.Handler}" : row.Handler;
}
