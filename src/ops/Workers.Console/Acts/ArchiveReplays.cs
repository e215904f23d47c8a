using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
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
/// runs; what was replayed until then stays so.
/// </summary>
internal sealed class ArchiveReplays(FleetAccess fleet, IEventPublisher publisher, IOptions<MarkerLifeOptions> life) : BackgroundService
{
    private const int MostAsked = 10;

    private readonly ConcurrentQueue<string> _told = new();
    private readonly Channel<(ReplayWindow Window, IReadOnlyList<string> Rules)> _asked =
        Channel.CreateBounded<(ReplayWindow, IReadOnlyList<string>)>(MostAsked);

    /// <summary>What became of the latest, newest first.</summary>
    public IEnumerable<string> Told => _told.Reverse();

    /// <summary>Asks for a replay, which the audit trail is told of first.</summary>
    /// <exception cref="OperationFailedException">It would replay nothing, or events that would take effect again.</exception>
    public async Task<string> AskAsync(
        ReplayWindow window, IReadOnlyList<string> rules, string by, string reason, CancellationToken cancellationToken)
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

        var act = new Act("Events Replayed", rules.Count == 0 ? "every rule" : rules[0], by, reason)
        {
            Details = new Dictionary<string, JsonNode?> { ["from"] = window.From.UtcDateTime, ["to"] = window.To.UtcDateTime },
        };
        await publisher.PublishAsync([act.ToEvent(now)], cancellationToken);
        await _asked.Writer.WriteAsync((window, rules), cancellationToken);
        return "The replay begins; what becomes of it stands below. Handlers drop what they had, by its marker.";
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (window, rules) in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(window, rules, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task RunAsync(ReplayWindow window, IReadOnlyList<string> rules, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await new ArchiveReplay(fleet, window, rules).RunAsync(_ => { }, cancellationToken);
            Tell(string.Create(CultureInfo.InvariantCulture, $"{answer.State}: {answer.Name}, {answer.From:u} to {answer.To:u}. {answer.Reason}"));
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            Tell($"Not replayed: {exception.Message}");
        }
    }

    private void Tell(string text)
    {
        _told.Enqueue(text);
        while (_told.Count > MostAsked)
        {
            _told.TryDequeue(out _);
        }
    }
}
