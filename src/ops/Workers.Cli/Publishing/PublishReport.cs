using Spectre.Console;
using Workers.Cli.Running;

namespace Workers.Cli.Publishing;

/// <summary>A row per entry, and a count.</summary>
internal static class PublishReport
{
    public static void Write(IAnsiConsole console, PublishAnswer answer)
    {
        var table = Tables.Create("entry", "event", "event id", "result").Right(0);
        table.Columns[1].NoWrap = false;
        table.Columns[3].NoWrap = false;
        foreach (var entry in answer.Entries)
        {
            table.AddRow(
                $"{entry.Entry}",
                Printable.Of(entry.Event ?? "–").EscapeMarkup(),
                Printable.Of(entry.EventId ?? "–").EscapeMarkup(),
                $"[{Color(entry.Status)}]{Word(entry.Status)}[/] {Printable.Of(entry.Problem ?? "").EscapeMarkup()}");
        }

        console.Write(table);
        console.WriteLine($"{answer.Published} of {answer.Entries.Count} published on {answer.Bus}");
        if (answer.Published > 0)
        {
            console.WriteLine("Whether they were there before cannot be seen on a bus. Published again they are the same event ids, which workers handle once.");
        }
    }

    private static string Word(EntryStatus status) => status switch
    {
        EntryStatus.Invalid => "invalid",
        EntryStatus.NotSent => "not sent",
        EntryStatus.Refused => "refused",
        _ => "published",
    };

    private static string Color(EntryStatus status) => status switch
    {
        EntryStatus.Published => "green",
        EntryStatus.NotSent => "grey",
        _ => "red",
    };
}
