using System.Collections.Concurrent;
using Amazon.EventBridge.Model;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Contracts.Tables;
using Workers.Effects.Rehearsals;
using Workers.Events;
using Workers.Operations.DeadLetters;
using Workers.Operations.Reading;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Rehearsals;

/// <summary>
/// Shows events of the past to the readers and decisions of this build, for each queue that a rule sends them to. It writes and publishes
/// nothing. However many events there are, it keeps counts alone.
/// </summary>
/// <param name="fleet">The fleet whose tables are read.</param>
/// <param name="hostOf">Makes the host of a queue's handlers.</param>
internal sealed class PastRehearsal(FleetAccess fleet, Func<string, RehearsalHost> hostOf) : IAsyncDisposable
{
    /// <summary>Stands in for the handler where an event does not come that far.</summary>
    public const string Reader = "(reader)";

    private const int AtOnce = 16;
    private const int MostRows = 1_000;
    private const string OtherEvents = "(other events)";

    private readonly ConcurrentDictionary<string, Lazy<RehearsalHost>> _hosts = new();
    private readonly ConcurrentDictionary<(string Queue, string Handler, string Event), PastTally> _tallies = new();
    private readonly ConcurrentDictionary<string, long> _leftOut = new();
    private long _events;

    /// <summary>Shows them all.</summary>
    /// <exception cref="OperationFailedException">A table cannot be read.</exception>
    public async Task<PastAnswer> RunAsync(IAsyncEnumerable<RecordedEvent> events, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(events, options, async (recorded, token) =>
        {
            foreach (var (name, queue, body) in MessagesOf(recorded))
            {
                await ShowAsync(recorded, name, queue, body, token);
            }

            Interlocked.Increment(ref _events);
        });
        var rows = _tallies.Select(tally => tally.Value.Read(tally.Key.Queue, tally.Key.Handler, tally.Key.Event))
            .OrderByDescending(row => row.Regressions > 0)
            .ThenBy(row => row.Queue, StringComparer.Ordinal)
            .ThenBy(row => row.Handler, StringComparer.Ordinal)
            .ThenBy(row => row.Event, StringComparer.Ordinal);
        return new(_events, [.. rows], _leftOut.OrderBy(rule => rule.Key, StringComparer.Ordinal).ToDictionary());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.Value.DisposeAsync();
        }
    }

    /// <summary>What queues got of an event, each body once. A rule whose body only EventBridge can make is counted.</summary>
    private HashSet<(EventName Name, string Queue, string Body)> MessagesOf(RecordedEvent recorded)
    {
        using var detail = AuditDetail.Parse(recorded.Detail);
        var body = recorded.Body;
        var messages = new HashSet<(EventName, string, string)>();
        var rules = Topology.Rules.Where(rule => !rule.IsOnDefaultBus && rule.Matches(recorded.Name, detail?.RootElement ?? default));
        foreach (var rule in rules)
        {
            try
            {
                messages.UnionWith(MessagesOf(rule, recorded.Name, body));
            }
            catch (NoRouteException)
            {
                _leftOut.AddOrUpdate(rule.Name, 1, (_, count) => count + 1);
            }
        }

        return messages;
    }

    private static IEnumerable<(EventName Name, string Queue, string Body)> MessagesOf(RuleDefinition rule, EventName name, string body)
    {
        if (rule.InputTemplate is not { } template)
        {
            return rule.Targets.Select(queue => (name, queue, body));
        }

        var rendered = TargetInput.Render(new Target { Id = rule.Name, InputTransformer = new() { InputTemplate = template } }, body);
        return rule.Targets.Select(queue => (EventNames.HighValueOrder, queue, rendered));
    }

    private async Task ShowAsync(RecordedEvent recorded, EventName name, string queue, string body, CancellationToken cancellationToken)
    {
        var host = _hosts.GetOrAdd(queue, one => new(() => hostOf(one))).Value;
        var message = await host.RunAsync(body, recorded.EventId, recorded.Time, again: true, cancellationToken);
        if (message.Problem is { } problem)
        {
            var wasTaken = queue == Topology.AuditQueue || await HasMarkerAsync(host.HandlersOf(name), recorded, cancellationToken);
            TallyOf(queue, Reader, name).Add(recorded.EventId, new(Reader, RehearsalOutcome.Fails) { Problem = problem }, wasTaken);
        }

        foreach (var handler in message.Handlers)
        {
            var wasTaken = handler is { Outcome: RehearsalOutcome.Fails, Marker: null }
                ? await HasMarkerAsync([handler.Handler], recorded, cancellationToken)
                : handler.EmittedBefore is not null;
            TallyOf(queue, handler.Handler, name).Add(recorded.EventId, handler, wasTaken);
        }
    }

    /// <summary>Whether a handler remembers an event that names its marker no more. A marker under a key of its own is not found.</summary>
    private async Task<bool> HasMarkerAsync(IEnumerable<string> handlers, RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var keys = handlers.SelectMany(handler => MarkerKeys.Of(handler, recorded.EventId, recorded.OrderId));
        foreach (var batch in keys.Chunk(TableReader.BatchSize))
        {
            var rows = batch.Select(key => new Row { [IdempotencyColumns.Marker] = new(key) }).ToList();
            if ((await fleet.Tables.FindAllAsync(Topology.IdempotencyTable, rows, cancellationToken)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever puts events on the bus names them: the rows are limited, so that no producer can fill the memory.</summary>
    private PastTally TallyOf(string queue, string handler, EventName name)
    {
        var key = (queue, handler, name.ToString());
        return _tallies.TryGetValue(key, out var known) ? known
            : _tallies.GetOrAdd(_tallies.Count < MostRows ? key : (queue, handler, OtherEvents), _ => new());
    }
}
