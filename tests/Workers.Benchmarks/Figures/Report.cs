using System.Text.Json;
using Spectre.Console;

namespace Workers.Benchmarks.Figures;

/// <summary>The one table, and the same as JSON.</summary>
internal static class Report
{
    private const int LeastWidth = 140;

    /// <summary>Prints the figures and which goals are missed, and writes the figures to a file where one is named.</summary>
    /// <param name="ours">What is measured, as the heading of its column.</param>
    /// <param name="figures">The rows.</param>
    /// <param name="json">The file.</param>
    /// <returns>The exit code: 0 where every row is measured and every goal reached.</returns>
    public static async Task<int> ShowAsync(string ours, IReadOnlyList<Figure> figures, FileInfo? json)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, LeastWidth);   // a pipe is taken for 80 columns
        AnsiConsole.Write(TableOf(ours, figures));
        if (json is not null)
        {
            var text = JsonSerializer.Serialize(figures, FiguresJson.Default.IReadOnlyListFigure);
            await File.WriteAllTextAsync(json.FullName, text, CancellationToken.None);
        }

        string[] unmeasured = Named("Not measured", figures.Where(figure => figure.Ours is null));
        string[] missed = Named("Missed", figures.Where(figure => figure.IsMissed));
        Console.WriteLine(string.Join(' ', [.. unmeasured, .. missed is [] && unmeasured is [] ? ["Every goal is reached."] : missed]));
        return unmeasured is [] && missed is [] ? 0 : 1;
    }

    private static string[] Named(string how, IEnumerable<Figure> figures) =>
        string.Join("; ", figures.Select(figure => figure.What)) is { Length: > 0 } names ? [$"{how}: {names}."] : [];

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
                figure.Ours is { } value ? Figure.Text(value) : "not measured",
                .. others.Select(other => figure.Others?.TryGetValue(other, out var same) == true ? Figure.Text(same) : ""),
                figure is { Goal: null } or { Ours: null } ? "" : figure.IsMissed ? "[red]no[/]" : "[green]yes[/]",
            ]);
        }

        return table;
    }
}
