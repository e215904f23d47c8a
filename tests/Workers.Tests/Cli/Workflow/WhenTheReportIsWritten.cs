using Spectre.Console;
using Workers.Cli.Workflow;
using Workers.Operations.Executions;

namespace Workers.Tests.Cli.Workflow;

public sealed class WhenTheReportIsWritten
{
    private static readonly DateTime Start = new(2026, 1, 15, 10, 0, 0, DateTimeKind.Utc);

    private static readonly ExecutionView Failed = new(
        "arn:aws:states:eu-west-1:000000000000:execution:event-driven-workflow:e-1",
        "ORD-1",
        "FAILED",
        Start,
        Start.AddSeconds(12),
        Redrives: 1,
        "ShippingFailed",
        "no such street [7]");

    [Fact]
    public void An_execution_shows_its_order_its_end_and_each_state() => Approve("show", console => WorkflowReport.Write(
        console,
        new WorkflowShowAnswer(
            Failed,
            [
                new("PrepareOrder", 0, StepOutcome.Done, Start, Start.AddSeconds(1), 0, null),
                new("ReserveStock", 1, StepOutcome.Compensated, Start, Start.AddSeconds(1), 2, "States.Timeout"),
                new("TakePayment", 0, StepOutcome.Compensated, Start.AddSeconds(1), Start.AddSeconds(3), 1, null),
                new("ShipOrder", 0, StepOutcome.Failed, Start.AddSeconds(3), Start.AddSeconds(4), 1, "ShippingFailed: no such street [7]"),
                new("ReleaseStock", 0, StepOutcome.Running, Start.AddSeconds(5), null, 1, null),
            ])));

    [Fact]
    public void A_list_shows_one_execution_a_row() => Approve("list", console => WorkflowReport.Write(
        console,
        new WorkflowListAnswer([Failed, Failed with { OrderId = null, Status = "RUNNING", EndedAt = null, Error = null, Cause = null }])));

    [Fact]
    public void A_history_shows_one_event_a_row() => Approve("history", console => WorkflowReport.Write(
        console,
        new WorkflowHistoryAnswer(
            Failed,
            [
                new(1, Start, "ExecutionStarted", null, null),
                new(2, Start.AddMilliseconds(5), "TaskScheduled", "TakePayment", "putEvents.waitForTaskToken: Payment Requested"),
            ])));

    private static void Approve(string name, Action<IAnsiConsole> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 140;

        write(console);

        var lines = text.ToString().Split('\n').Select(line => line.TrimEnd());
        Approved.Matches(Approved.PathOf("tests", "Workers.Tests", "Cli", "Workflow", $"{name}.approved.txt"), string.Join('\n', lines));
    }
}
