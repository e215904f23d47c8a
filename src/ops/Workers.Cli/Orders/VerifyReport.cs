using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Operations.Orders;

namespace Workers.Cli.Orders;

/// <summary>A line for each thing that is wrong, and the verdict.</summary>
internal static class VerifyReport
{
    public static void Write(IAnsiConsole console, VerifyAnswer answer)
    {
        if (answer.Findings.Count > 0)
        {
            var table = Tables.Create("order", "kind", "what");
            table.Columns[2].NoWrap = false;
            foreach (var finding in answer.Findings)
            {
                table.AddRow(Printable.Of(finding.OrderId).EscapeMarkup(), Word(finding.Kind), Printable.Of(finding.What).EscapeMarkup());
            }

            console.Write(table);
            var found = answer.Kinds.Values.Sum();
            if (found > answer.Findings.Count)
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"… and {found - answer.Findings.Count:#,0} more");
            }
        }

        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Orders:#,0} orders, {answer.Entries:#,0} entries: ") + (answer.Wrong == 0
            ? "[green]every order is what its history makes it.[/]"
            : string.Create(CultureInfo.InvariantCulture, $"[red]{answer.Wrong:#,0} wrong[/] ({Kinds(answer)})")));
    }

    private static string Kinds(VerifyAnswer answer) =>
        string.Join(", ", answer.Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{Word(kind.Key)} {kind.Value:#,0}")));

    private static string Word(FindingKind kind) => kind switch
    {
        FindingKind.Gap => "gap",
        FindingKind.Double => "double",
        FindingKind.NoRow => "no row",
        FindingKind.NoHistory => "no history",
        FindingKind.Different => "different",
        FindingKind.Unreadable => "unreadable",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
