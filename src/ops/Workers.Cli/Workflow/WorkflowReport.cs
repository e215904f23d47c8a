using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.Executions;

namespace Workers.Cli.Workflow;

/// <summary>The answers of the workflow commands, for people.</summary>
internal static class WorkflowReport
{
    public static void Write(IAnsiConsole console, WorkflowListAnswer answer)
    {
        if (answer.Executions.Count == 0)
        {
            console.WriteLine("There are no such executions.");
            return;
        }

        var table = Tables.Create("order", "status", "started", "took", "error", "execution");
        foreach (var execution in answer.Executions)
        {
            table.AddRow(
                Shown(execution.OrderId),
                Colored(execution.Status),
                When(execution.StartedAt),
                Took(execution.StartedAt, execution.EndedAt),
                Shown(execution.Error),
                Shown(execution.ExecutionArn[(execution.ExecutionArn.LastIndexOf(':') + 1)..]));
        }

        console.Write(table);
    }

    public static void Write(IAnsiConsole console, WorkflowShowAnswer answer)
    {
        WriteHead(console, answer.Execution);
        var table = Tables.Create("", "state", "outcome", "entered", "took", "error");
        table.Columns[5].NoWrap = false;
        foreach (var step in answer.Steps)
        {
            var (mark, words) = Outcome(step);
            table.AddRow(
                mark,
                new string(' ', 2 * step.Depth) + Shown(step.State),
                words,
                step.EnteredAt.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
                step.LeftAt is { } left ? Took(step.EnteredAt, left) : "",
                Shown(step.Error));
        }

        console.Write(table);
    }

    public static void Write(IAnsiConsole console, WorkflowHistoryAnswer answer)
    {
        WriteHead(console, answer.Execution);
        var table = Tables.Create("id", "when", "event", "state", "what").Right(0);
        table.Columns[4].NoWrap = false;
        foreach (var happened in answer.Events)
        {
            table.AddRow(
                happened.Id.ToString(CultureInfo.InvariantCulture),
                happened.At.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
                Shown(happened.Type),
                Shown(happened.State),
                Shown(happened.What));
        }

        console.Write(table);
    }

    private static void WriteHead(IAnsiConsole console, ExecutionView execution)
    {
        console.MarkupLine(
            $"[bold]{Shown(execution.OrderId ?? "no order")}[/]  {Colored(execution.Status)}  started {When(execution.StartedAt)}"
            + (execution.EndedAt is null ? "" : $", took {Took(execution.StartedAt, execution.EndedAt)}")
            + (execution.Redrives == 0 ? "" : $", redriven {execution.Redrives.ToString(CultureInfo.InvariantCulture)} times"));
        console.MarkupLine($"  [grey]{Shown(execution.ExecutionArn)}[/]");
        if (HistoryWords.Of(execution.Error, execution.Cause) is { } why)
        {
            console.MarkupLine($"  [red]{Shown(why)}[/]");
        }
    }

    private static (string Mark, string Words) Outcome(StepView step)
    {
        var tries = step.Attempts > 1 ? $", tried {step.Attempts.ToString(CultureInfo.InvariantCulture)} times" : "";
        return step.Outcome switch
        {
            StepOutcome.Done => ("[green]+[/]", $"done{tries}"),
            StepOutcome.Running => ("[blue]>[/]", $"running{tries}"),
            StepOutcome.Compensated => ("[yellow]~[/]", $"compensated{tries}"),
            StepOutcome.Stopped => ("[grey]-[/]", $"stopped{tries}"),
            _ => ("[red]x[/]", $"failed{tries}"),
        };
    }

    private static string Colored(string status) => status switch
    {
        "SUCCEEDED" => "[green]SUCCEEDED[/]",
        "RUNNING" => "[blue]RUNNING[/]",
        _ => $"[red]{Shown(status)}[/]",
    };

    private static string When(DateTime time) => time.ToString("u", CultureInfo.InvariantCulture);

    private static string Took(DateTime from, DateTime? to) => to is { } end ? Duration.Words(end - from) : "";

    private static string Shown(string? text) => Printable.Of(text ?? "").EscapeMarkup();
}
