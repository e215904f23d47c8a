using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Effects.Beats;
using Workers.Operations.Fleet;

namespace Workers.Cli.Fleet;

/// <summary>Instances with their queues, then handlers, then what is asked of queues.</summary>
internal static class FleetReport
{
    private const string Nothing = "–";

    public static void Write(IAnsiConsole console, FleetView view)
    {
        if (view.Instances.Count == 0)
        {
            console.WriteLine("No instance has told of itself within the last two minutes.");
        }
        else
        {
            console.Write(Instances(view));
            console.Write(Handlers(view));
            console.MarkupLine("[grey]Counts are since each instance started; times and rates of the last minute, in seconds, at most a tenth too long.[/]");
        }

        foreach (var (queue, asked) in view.Queues.OrderBy(queue => queue.Key, StringComparer.Ordinal))
        {
            WriteAsked(console, queue, asked);
        }
    }

    public static void Write(IAnsiConsole console, SteeringAnswer answer)
    {
        WriteAsked(console, answer.Queue, answer.Asked);
        console.WriteLine(answer.Instances switch
        {
            0 => "No instance consumes it just now; one that starts obeys.",
            1 => "1 instance obeys at its next beat, and later what its open poll still brings is handled.",
            var count => $"{count} instances obey at their next beat; what their open polls still bring is handled.",
        });
    }

    private static Table Instances(FleetView view)
    {
        var table = Tables.Create("instance", "build", "up", "beat", "queue", "in flight", "oldest", "a second", "").Right(2, 3, 5, 6, 7);
        foreach (var instance in view.Instances)
        {
            foreach (var (index, queue) in instance.Queues.Index())
            {
                string[] first = index == 0
                    ? [Safe(instance.Instance), Safe(instance.Build), Words(view.At - instance.StartedAt), Words(view.At - instance.BeatAt)]
                    : ["", "", "", ""];
                table.AddRow([
                    .. first, Safe(queue.Queue), Tables.Number(queue.InFlight),
                    queue.InFlight > 0 ? Words(TimeSpan.FromSeconds(queue.OldestSeconds)) : Nothing,
                    Seconds(queue.GonePerSecond), queue.IsPaused ? "[red]paused[/]" : $"at most {queue.MaxInFlight}",
                ]);
            }
        }

        return table;
    }

    private static Table Handlers(FleetView view)
    {
        var table = Tables.Create("handler", "handled", "failed", "waiting", "rejected", "duplicates", "p50", "p95", "published p50", "p95")
            .Right(1, 2, 3, 4, 5, 6, 7, 8, 9);
        foreach (var handler in view.Handlers)
        {
            table.AddRow(
                Safe(handler.Handler),
                Tables.Number(handler.Handled),
                handler.Failed > 0 ? $"[red]{Tables.Number(handler.Failed)}[/]" : Tables.Number(0),
                Tables.Number(handler.Waiting),
                Tables.Number(handler.Rejected),
                Tables.Number(handler.Duplicates),
                Seconds(handler.Handling?.P50),
                Seconds(handler.Handling?.P95),
                Seconds(handler.PublishedToHandled?.P50),
                Seconds(handler.PublishedToHandled?.P95));
        }

        return table;
    }

    private static void WriteAsked(IAnsiConsole console, string queue, Steering asked)
    {
        var limit = asked.MaxInFlight is { } most ? $", at most {most} in flight for each instance" : "";
        var reason = asked.Reason is { } why ? $": {why}" : "";
        console.WriteLine(Printable.Of(
            $"{queue}: {(asked.IsPaused ? "paused" : "received from")}{limit} (by {asked.By ?? "nobody"} at {asked.At:u}{reason})"));
    }

    private static string Safe(string text) => Printable.Of(text).EscapeMarkup();

    private static string Words(TimeSpan span) => Duration.Words(span);

    private static string Seconds(double? seconds) => seconds is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) : Nothing;
}
