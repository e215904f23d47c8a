using System.Globalization;
using Spectre.Console;

namespace Workers.Local.Demo;

/// <summary>The demo's one table.</summary>
internal static class Report
{
    public static Table Of(IReadOnlyList<Check> checks, DemoMeters meters, CallCosts costs)
    {
        var table = new Table()
            .Border(TableBorder.Rounded)
            .Title(checks.All(check => check.Agrees) ? "[green]Every book agrees[/]" : "[red]The books do not agree[/]")
            .AddColumn("what")
            .AddColumn(new TableColumn("books").RightAligned())
            .AddColumn(new TableColumn("fleet").RightAligned());
        foreach (var check in checks)
        {
            var colour = check.Agrees ? "default" : "red";
            table.AddRow(Markup.Escape(check.Name), $"[{colour}]{Number(check.Expected)}[/]", $"[{colour}]{Number(check.Actual)}[/]");
        }

        table.AddEmptyRow();
        AddMeasurement(table, "messages handled", Number(meters.Handled));
        AddMeasurement(table, "publish to handled, p50", Milliseconds(meters.Percentile(0.50)));
        AddMeasurement(table, "publish to handled, p99", Milliseconds(meters.Percentile(0.99)));
        AddMeasurement(table, "SQS calls per message", Number(decimal.Round(costs.Sqs, 2)));
        AddMeasurement(table, "DynamoDB calls per message", Number(decimal.Round(costs.DynamoDb, 2)));
        return table;
    }

    private static void AddMeasurement(Table table, string name, string value) => table.AddRow(name, "", value);

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    private static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
