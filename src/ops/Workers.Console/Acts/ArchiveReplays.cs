using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Amazon.EventBridge;
using Microsoft.Extensions.Options;
using Workers.Console.Orders;
using Workers.Console.Web;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Operations;
using Workers.Operations.Fleet;
using Workers.Operations.Replaying;

namespace Workers.Console.Acts;

/// <summary>
/// Replays archived events, one replay after the other, and follows each to its end. A console that is stopped cancels the replay that
/// runs; what was replayed until then stays so. One that dies leaves it to EventBridge, which goes on.
/// </summary>
internal sealed class ArchiveReplays(FleetAccess fleet, IEventPublisher publisher, IOptions<MarkerLifeOptions> life) : BackgroundService
{
    private const int MostAsked = 10;

    private readonly ConcurrentDictionary<int, ReplayJob> _jobs = new();
    private readonly Channel<(int Number, ReplayWindow Window, IReadOnlyList<string> Rules)> _asked =
        Channel.CreateBounded<(int, ReplayWindow, IReadOnlyList<string>)>(MostAsked);

    private int _count;

    /// <summary>The latest, newest first.</summary>
    public IReadOnlyList<ReplayJob> Latest => [.. _jobs.Values.OrderByDescending(job => job.Number)];

    /// <summary>Asks for a replay, which the audit trail is told of first.</summary>
    /// <exception cref="OperationFailedException">It would replay nothing, or events that would take effect again.</exception>
    public async Task AskAsync(ReplayWindow window, string? rule, string by, string reason, CancellationToken cancellationToken)
    {
        var now = fleet.Time.GetUtcNow();
        if (window.IsEmpty)
        {
            throw new OperationFailedException("the window ends before it begins.");
        }

        if (window.IsOlderThan(life.Value.MarkerLife, now))
        {
            throw new OperationFailedException(
                $"the window begins before markers are kept ({Figures.Span(life.Value.MarkerLife)}): "
                + "its events would take effect a second time. The command line takes --older.");
        }

        var act = new Act("Events Replayed", rule ?? "every rule", by, reason)
        {
            Details = new Dictionary<string, JsonNode?> { ["from"] = window.From.UtcDateTime, ["to"] = window.To.UtcDateTime },
        };
        await publisher.PublishAsync([act.ToEvent(now)], cancellationToken);
        var what = string.Create(CultureInfo.InvariantCulture, $"{window.From:u} to {window.To:u} for {rule ?? "every rule"}");
        var job = new ReplayJob(Interlocked.Increment(ref _count), what, by, reason, now);
        _jobs[job.Number] = job;
        _jobs.TryRemove(job.Number - MostAsked - 1, out _);   // beside those that wait, one runs
        await _asked.Writer.WriteAsync((job.Number, window, rule is null ? [] : [rule]), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (number, window, rules) in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(number, window, rules, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task RunAsync(int number, ReplayWindow window, IReadOnlyList<string> rules, CancellationToken cancellationToken)
    {
        try
        {
            Tell(number, "begins");
            var answer = await new ArchiveReplay(fleet, window, rules).RunAsync(
                seconds => Tell(number, $"under way, {Figures.Percent(seconds / (window.To - window.From).TotalSeconds)} of the window"),
                cancellationToken);
            Tell(number, $"{answer.State} as {answer.Name}. {answer.Reason}", isBad: answer.State != ReplayState.COMPLETED.Value);
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            Tell(
                number,
                $"could not be begun, or not followed: {exception.Message} Where it has begun, EventBridge goes on with it.",
                isBad: true);
        }
    }

    private void Tell(int number, string state, bool isBad = false)
    {
        if (_jobs.TryGetValue(number, out var job))
        {
            _jobs[number] = job with { State = state, IsBad = isBad };
        }
    }
}
