using System.Text.Json;
using Spectre.Console;

namespace Workers.Benchmarks.Figures;

/// <summary>The one table, and the same as JSON.</summary>
internal static class Report
{
    private const int LeastWidth = 140;

    /// <summary>Prints the figures, and writes them to a file where one is named.</summary>
    /// <param name="ours">What is measured, as the heading of its column.</param>
    /// <param name="figures">The rows.</param>
    /// <param name="json">The file.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task ShowAsync(
        string ours, IReadOnlyList<Figure> figures, FileInfo? json, CancellationToken cancellationToken)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, LeastWidth);   // a pipe is taken for 80 columns
        AnsiConsole.Write(TableOf(ours, figures));
        if (json is not null)
        {
            var text = JsonSerializer.Serialize(figures, FiguresJson.Default.IReadOnlyListFigure);
            await File.WriteAllTextAsync(json.FullName, text, cancellationToken);
        }
    }

    private static Table TableOf(string ours, IReadOnlyList<Figure> figures)
    {
        string[] others = [.. figures.SelectMany(figure => figure.Others?.Keys ?? []).Distinct()];
        var table = new Table().Border(TableBorder.Rounded).AddColumn("figure");
        foreach (var column in (string[])["goal", ours, .. others])
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        }

        table.AddColumn("reached");
        foreach (var figure in figures)
        {
            table.AddRow(
            [
                Markup.Escape(figure.What),
                figure.Goal?.ToString() ?? "",
                Figure.Text(figure.Ours),
                .. others.Select(other => figure.Others?.TryGetValue(other, out var value) == true ? Figure.Text(value) : ""),
                figure.Reached switch { true => "[green]yes[/]", false => "[red]no[/]", null => "" },
            ]);
        }

        return table;
    }
}
