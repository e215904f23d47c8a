using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Operations.Forecasts;

namespace Workers.Cli.Forecasts;

/// <summary>When queues are empty, when they are late, and how many instances would do.</summary>
internal static class ForecastCommand
{
    private static readonly TimeSpan UsualLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(5);

    public static Command Create(CommandFactory commands)
    {
        var look = Duration.Option(
            "--look", "How long apart the two looks at the queues' counts are. 10s unless given.", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        var limit = Duration.Option(
            "--limit", "How long a message may wait, and how long catching up may take. 5m unless given.", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        var command = commands.Create(
            "forecast",
            "Says of each queue when it is empty and when it is late if all goes on as now, and how many instances would do.",
            async (session, arguments, cancellationToken) =>
            {
                var forecast = await FleetForecast.ReadAsync(
                    session.Fleet, arguments.GetValue(look) ?? UsualLook, arguments.GetValue(limit) ?? UsualLimit, cancellationToken);
                session.Answer(forecast, CliJson.Plain.FleetForecast, console => Write(console, forecast));
                return ExitCode.Done;
            });
        command.Add(look);
        command.Add(limit);
        return command;
    }

    private static void Write(IAnsiConsole console, FleetForecast forecast)
    {
        var limit = Words(forecast.LimitSeconds);
        var table = Tables.Create("queue", "waiting", "arriving", "leaving", "empty in", $"over {limit} in", "instances", "to keep up", $"empty in {limit}")
            .Right(1, 2, 3, 4, 5, 6, 7, 8);
        foreach (var queue in forecast.Queues)
        {
            table.AddRow(
                queue.Queue.EscapeMarkup(),
                Tables.Number(queue.Waiting),
                Rate(queue.ArrivingPerSecond),
                queue.IsPaused ? "[red]paused[/]" : Rate(queue.GonePerSecond),
                queue.EmptyInSeconds is { } empty ? Words(empty) : "never",
                queue.LateInSeconds is { } late ? late == 0 ? "[red]now[/]" : Words(late) : "–",
                queue.Instances.ToString(CultureInfo.InvariantCulture),
                $"{queue.InstancesToKeepUp}{(queue.IsMeasured ? "" : "?")}",
                $"{queue.InstancesToCatchUp}{(queue.IsMeasured ? "" : "?")}");
        }

        console.Write(table);
        console.WriteLine(
            $"Waiting: SQS's approximate count. Arriving: what left, and what the count changed by within {Words(forecast.LookedForSeconds)}. "
            + $"Leaving: the instances' last minute, told {(forecast.OldestBeatSeconds is { } age ? $"{Words(age)} ago at most" : "by none: no instance runs")}.");
        console.WriteLine("?: the queue is not deep enough to show what an instance can do; the topology's assumption stands in.");
    }

    private static string Rate(double rate) => $"{rate.ToString("0.##", CultureInfo.InvariantCulture)}/s";

    private static string Words(double seconds) => Duration.Words(TimeSpan.FromSeconds(seconds));
}
