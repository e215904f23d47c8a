using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;

namespace Workers.Cli.Views;

/// <summary>How views stand, and what a rebuild did, for people.</summary>
internal static class ViewReport
{
    public static void Write(IAnsiConsole console, ViewsAnswer answer)
    {
        var table = Tables.Create("view", "read", "rebuild", "changed");
        foreach (var view in answer.Views)
        {
            table.AddRow(
                view.View,
                view.Active,
                view.Building is { } building ? $"fills the other: {building}" : view.Emptying is { } emptying ? $"empties the other: {emptying}" : "–",
                view.ChangedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "–");
        }

        console.Write(table);
    }

    public static void Write(IAnsiConsole console, RebuildAnswer answer)
    {
        var difference = answer.Difference;
        if (difference.First.Count > 0)
        {
            var table = Tables.Create("row", "sort key", "is", "members");
            foreach (var row in difference.First)
            {
                table.AddRow(Shown(row.Row), Shown(row.Sort), Word(row.Kind), Shown(string.Join(", ", row.Members.Select(Text))));
            }

            console.Write(table);
            if (difference.Count() > difference.First.Count)
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"… and {difference.Count() - difference.First.Count:#,0} more");
            }
        }

        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{answer.View}: {difference.Rows:#,0} rows of {answer.Entries:#,0} entries; {difference.Added:#,0} added, {difference.Missing:#,0} missing, {difference.Changed:#,0} changed");
        console.MarkupLine(answer.IsFlipped
            ? $"[green]Generation {answer.To} is read from now on.[/]"
            : $"A dry run: generation {answer.From} is read as before.");
    }

    private static string Text(MemberDifference member) => $"{member.Name}: {member.Old ?? "–"} → {member.New ?? "–"}";

    private static string Word(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "added",
        DifferenceKind.Missing => "missing",
        DifferenceKind.Changed => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Shown(string text) => Printable.Of(text).EscapeMarkup();
}
