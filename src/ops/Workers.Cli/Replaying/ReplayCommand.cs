using System.CommandLine;
using System.Globalization;
using Amazon.EventBridge;
using Microsoft.Extensions.Configuration;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Operations.Replaying;

namespace Workers.Cli.Replaying;

/// <summary>Puts archived events on the bus again, or those of one order on a bus of its own.</summary>
internal static class ReplayCommand
{
    public static Command Create(CommandFactory commands)
    {
        var from = Moment.Option("--from", "Events from then on: a time, or how long ago.");
        var to = Moment.Option("--to", "Events until then. Now unless given.");
        var rules = new Option<string[]>("--rule") { Description = "Only for this rule's targets; without the prefix; may be repeated. All unless given." };
        rules.AcceptOnlyFromAmong([.. Topology.Rules.Select(rule => rule.Name)]);
        var older = new Option<bool>("--older") { Description = "Also events that no marker remembers any more: they take effect again." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be replayed, and replays nothing." };
        var debug = new DebugReplayOptions();
        Option[] options = [from, to, rules, older, dryRun];
        var command = commands.Create(
            "replay",
            "Replays archived events. Handlers that had one drop it, as long as their markers are kept; Ctrl-C cancels the replay.",
            async (session, arguments, cancellationToken) =>
            {
                if (debug.AreGiven(arguments))
                {
                    return await debug.RunAsync(session, arguments, options, cancellationToken);
                }

                if (arguments.GetValue(from) is not { } begin)
                {
                    throw new CommandFailedException("Say --from when the window begins, or --order ID.", ExitCode.Usage);
                }

                var now = session.Time.GetUtcNow();
                var end = arguments.GetValue(to) is { } given ? Moment.Parse(given, now)!.Value : now;
                var window = new ReplayWindow(Moment.Parse(begin, now)!.Value, end);
                window.Check(MarkerLife.In(session.Get<IConfiguration>()), now, arguments.GetValue(older));
                var replay = new ArchiveReplay(session.Fleet, window, arguments.GetValue(rules) ?? []);
                var answer = arguments.GetValue(dryRun)
                    ? await replay.PlanAsync(cancellationToken)
                    : await session.ProgressAsync("replayed", (window.To - window.From).TotalSeconds, progress => replay.RunAsync(progress, cancellationToken));
                session.Answer(answer, CliJson.Plain.ReplayAnswer, console => Write(console, answer));
                return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
                    : arguments.GetValue(dryRun) || answer.State == ReplayState.COMPLETED.Value ? ExitCode.Done
                    : ExitCode.Failed;
            });
        foreach (var option in options)
        {
            command.Add(option);
        }

        debug.AddTo(command);
        return command;
    }

    private static void Write(IAnsiConsole console, ReplayAnswer answer)
    {
        var rules = answer.Rules.Count == 0 ? "all rules" : string.Join(", ", answer.Rules);
        console.MarkupLineInterpolated($"[bold]{answer.State}[/] {answer.Name}: {answer.From:u} to {answer.To:u}, {rules}");
        if (answer.ArchiveEvents is { } events)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"The archive holds {events:#,0} events in all. EventBridge does not tell how many of them a replay puts on the bus.");
        }

        if (answer.LastReplayed is { } last)
        {
            console.MarkupLineInterpolated($"The last event replayed is of {last:u}.");
        }

        if (!string.IsNullOrEmpty(answer.Reason))
        {
            console.MarkupLineInterpolated($"{answer.Reason}");
        }
    }
}
