using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.Status;

namespace Workers.Cli.Status;

/// <summary>One row per queue, dead letters beside the queue that they come from; what EventBridge could not deliver comes from none.</summary>
internal static class StatusReport
{
    private const string Nothing = "–";

    public static void Write(IAnsiConsole console, StatusAnswer status, bool lookedAtWork)
    {
        var table = Tables.Create("queue", "waiting", "in flight", "oldest", "dead letters", "oldest letter").Right(1, 2, 3, 4, 5);
        foreach (var queue in status.Queues)
        {
            table.AddRow(
                queue.Queue.EscapeMarkup(),
                Count(queue, queue.Waiting),
                Count(queue, queue.InFlight),
                queue.Waiting > 0 && !lookedAtWork ? "?" : Age(queue),
                Alarming(queue.DeadLetters!),
                Age(queue.DeadLetters!));
        }

        table.AddRow(status.Undelivered.Queue.EscapeMarkup(), "", "", "", Alarming(status.Undelivered), Age(status.Undelivered));
        console.Write(table);
        if (!lookedAtWork && status.Queues.Any(queue => queue.Waiting > 0))
        {
            console.MarkupLine("[grey]?: --age looks; SQS counts that as a receive of the messages it sees.[/]");
        }
    }

    private static string Count(QueueStatus queue, int count) =>
        queue.Exists ? Tables.Number(count) : "[red]missing[/]";

    private static string Alarming(QueueStatus queue) =>
        queue.Waiting + queue.InFlight > 0 ? $"[red]{Count(queue, queue.Waiting + queue.InFlight)}[/]" : Count(queue, 0);

    private static string Age(QueueStatus queue) =>
        queue.OldestSeconds is { } seconds ? Duration.Words(TimeSpan.FromSeconds(seconds)) : Nothing;
}
