using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;

namespace Workers.Cli.Loading;

/// <summary>The load's one table, and its verdict.</summary>
internal static class LoadReport
{
    public static void Write(IAnsiConsole console, LoadAnswer answer)
    {
        var counts = Tables.Create("orders", "count").Right(1);
        counts.AddRow("sent", Number(answer.Sent));
        counts.AddRow("refused by EventBridge", Number(answer.Refused));
        counts.AddRow("reserved", Number(answer.Reserved));
        counts.AddRow("rejected", Number(answer.Rejected));
        counts.AddRow("still pending", Number(answer.Pending));
        counts.AddRow("per second, asked for", Number(answer.TargetRate));
        counts.AddRow("per second, achieved", Number(answer.AchievedRate));
        console.Write(counts);

        var latencies = Tables.Create("milliseconds", "p50", "p90", "p99", "max").Right(1, 2, 3, 4);
        AddRow(latencies, "until EventBridge took it", answer.PublishMilliseconds);
        AddRow(latencies, "until its reservation was seen", answer.DecisionMilliseconds);
        console.Write(latencies);

        console.MarkupLine(answer switch
        {
            { IsInterrupted: true } => "[yellow]Interrupted: what was published takes its course.[/]",
            { Pending: > 0 } => "[red]Some orders have no end yet: look at status and at the dead letters, or give it more --patience.[/]",
            { Refused: > 0 } => "[red]EventBridge refused some orders; every other one has its end.[/]",
            _ => "[green]Nothing was lost: every order has its end.[/]",
        });
    }

    private static void AddRow(Table table, string what, Latency? latency)
    {
        if (latency is not null)
        {
            table.AddRow(what, Number(latency.P50), Number(latency.P90), Number(latency.P99), Number(latency.Max));
        }
    }

    private static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);
}
