using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workers.Cli.Running;

namespace Workers.Cli.Orders;

/// <summary>The order's members that say something, and its timeline.</summary>
internal static class ShowReport
{
    private static readonly string[] Members =
    [
        "status", "version", "customerId", "amount", "charged", "refunded", "paymentId", "shipmentId", "trackingNumber", "failedStage", "reason",
    ];

    public static void Write(IAnsiConsole console, ShowAnswer answer)
    {
        console.MarkupLineInterpolated($"[bold]{Printable.Of(answer.OrderId)}[/]");
        if (answer.Order is { ValueKind: JsonValueKind.Object } order)
        {
            foreach (var name in Members)
            {
                if (order.TryGetProperty(name, out var value))
                {
                    console.MarkupLineInterpolated($"  [grey]{name,-16}[/] {Printable.Of(value.ToString())}");
                }
            }
        }
        else
        {
            console.MarkupLine("  [red]The order has no row that can be read: orders verify says more.[/]");
        }

        WriteTimeline(console, answer.Timeline);
    }

    private static void WriteTimeline(IAnsiConsole console, IReadOnlyList<TimelineEntry> timeline)
    {
        var table = Tables.Create("version", "kind", "event", "when", "why").Right(0);
        table.Columns[4].NoWrap = false;
        foreach (var entry in timeline)
        {
            table.AddRow(
                entry.Version,
                Shown(entry.Kind),
                Shown(entry.Type) + (entry.IsForeign ? " [grey](foreign)[/]" : ""),
                Shown(When(entry.OccurredAt)),
                Shown(entry.Why ?? (entry.CameAs is { } cameAs ? $"came as {cameAs}" : null)));
        }

        console.Write(table);
    }

    private static string Shown(string? text) => Printable.Of(text ?? "").EscapeMarkup();

    private static string? When(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.ToString("u", CultureInfo.InvariantCulture) : text;
}
