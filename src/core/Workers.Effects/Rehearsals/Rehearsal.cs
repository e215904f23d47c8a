using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Publishing;
using Workers.Effects.Transactions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Effects.Rehearsals;

/// <summary>
/// Asks the handlers of this host what they would do about a message, on items read now. Decisions are pure, so asking does nothing: no
/// write is made, and nothing is published. Handlers whose effect is elsewhere are not asked.
/// </summary>
public sealed class Rehearsal
{
    private static readonly RehearsedLease Lease = new();

    private readonly IServiceProvider _services;
    private readonly EventRegistry _events;
    private readonly ITransactionStore _store;
    private readonly Markers _markers;
    private readonly EventEmitter _emitter;
    private readonly Dictionary<string, Rehearsable> _handlers;
    private readonly Dictionary<string, QueueConsumerBuilder> _consumers;

    internal Rehearsal(
        IServiceProvider services,
        EventRegistry events,
        ITransactionStore store,
        Markers markers,
        EventEmitter emitter,
        IEnumerable<Rehearsable> handlers,
        IEnumerable<QueueConsumerBuilder> consumers)
    {
        (_services, _events, _store, _markers, _emitter) = (services, events, store, markers, emitter);
        _handlers = handlers.ToDictionary(handler => handler.HandlerName);
        _consumers = consumers.ToDictionary(consumer => consumer.Queue);
    }

    /// <summary>Asks the handlers that the queue's consumer would call.</summary>
    /// <param name="queue">The queue's unprefixed name; one that this host consumes.</param>
    /// <param name="body">The message's body.</param>
    /// <param name="messageId">SQS's id of the message.</param>
    /// <param name="sentAt">When it came into the queue.</param>
    /// <param name="again">
    /// Whether a handler whose effect has happened is asked all the same. Its items have moved on since then: whether the conditions of its
    /// writes hold is not looked at.
    /// </param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="ItemsUnreadException">The items cannot be read.</exception>
    public async Task<RehearsedMessage> RunAsync(
        string queue, string body, string messageId, DateTimeOffset sentAt, bool again, CancellationToken cancellationToken)
    {
        var consumer = _consumers[queue];
        var (received, unreadable) = Ask(() => consumer.HandlersOf(typeof(AnyEvent)).Any()
            ? _events.ReadAny(body, messageId, sentAt)
            : _events.Read(body, messageId, sentAt));
        if (received is null)
        {
            return new(unreadable!.Message, []);
        }

        var eventType = received.Detail.GetType();
        if (!consumer.Hears(eventType))
        {
            return new($"No handler is registered for {received.Envelope.Name}.", []);
        }

        var rehearsed = new List<RehearsedHandler>();
        foreach (var handler in consumer.HandlersOf(eventType))
        {
            rehearsed.Add(_handlers.TryGetValue(handler, out var rehearsable)
                ? await RunAsync(rehearsable, received, new(handler, messageId, 1, sentAt, Lease), again, cancellationToken)
                : new(handler, RehearsalOutcome.NotRehearsed));
        }

        return new(null, rehearsed);
    }

    private async Task<RehearsedHandler> RunAsync(
        Rehearsable handler, ReceivedEvent received, Delivery delivery, bool again, CancellationToken cancellationToken)
    {
        var asked = new RehearsedHandler(handler.HandlerName, RehearsalOutcome.Decides);
        var (prepared, unprepared) = Ask(() => handler.Prepare(_services, received, delivery));
        if (prepared is null)
        {
            return Failed(asked, unprepared!);
        }

        var marker = _markers.KeyOf(prepared.Cause);
        var (reads, unnamed) = Ask(prepared.Reads);
        var items = await ReadAsync([.. reads ?? [], marker], cancellationToken);
        asked = asked with
        {
            Marker = marker,
            Read = items.Where(item => item.Key != marker).ToDictionary(),
            EmittedBefore = items[marker] is { } row ? StoredEvents.Read(row) : null,
        };
        if (reads is null)
        {
            return Failed(asked, unnamed!);
        }

        if (asked.EmittedBefore is { } before && !again)
        {
            return asked with { Outcome = RehearsalOutcome.AlreadyDone, Emits = before };
        }

        var (decided, undecided) = Ask(() => Decide(asked, prepared, items));
        return decided is null ? Failed(asked, undecided!)
            : decided.Outcome is RehearsalOutcome.Rejects || decided.EmittedBefore is not null ? decided
            : await CheckAsync(decided, items, cancellationToken);
    }

    private RehearsedHandler Decide(RehearsedHandler asked, PreparedDecision prepared, IReadOnlyDictionary<ItemKey, Item?> items)
    {
        var decision = prepared.Decide(new Items(items));
        DecisionRules.Ensure(decision, asked.Handler);
        return decision.RejectReason is { } reason
            ? asked with { Outcome = RehearsalOutcome.Rejects, Problem = reason }
            : asked with { Writes = decision.Writes, Emits = _emitter.Compose(prepared.Cause, decision.Emits) };
    }

    /// <summary>Whether the writes could be made, on the items that they name as well as on those that the handler asked for.</summary>
    private async Task<RehearsedHandler> CheckAsync(
        RehearsedHandler decided, IReadOnlyDictionary<ItemKey, Item?> items, CancellationToken cancellationToken)
    {
        var others = await ReadAsync([.. decided.Writes.Select(write => write.Key).Where(key => !items.ContainsKey(key))], cancellationToken);
        var unmet = decided.Writes
            .Where(write => !Holds(write, items.GetValueOrDefault(write.Key) ?? others.GetValueOrDefault(write.Key)))
            .Select(WriteText.Of)
            .ToList();
        return unmet.Count == 0
            ? decided
            : decided with { Outcome = RehearsalOutcome.Refused, Problem = $"A condition does not hold: {string.Join("; ", unmet)}" };
    }

    /// <summary>The one place that catches everything: whatever a reader or a handler throws is what a rehearsal is to tell.</summary>
    private static (T? Answer, Exception? Failure) Ask<T>(Func<T> ask)
        where T : class
    {
        try
        {
            return (ask(), null);
        }
        catch (Exception failure)
        {
            return (null, failure);
        }
    }

    private async Task<IReadOnlyDictionary<ItemKey, Item?>> ReadAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken)
    {
        try
        {
            return keys.Count == 0
                ? new Dictionary<ItemKey, Item?>()
                : await _store.ReadAsync(keys.ToHashSet(), cancellationToken);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or ImpossibleRequestException)
        {
            throw new ItemsUnreadException($"Its items cannot be read: {failure.Message}", failure);
        }
    }

    private static RehearsedHandler Failed(RehearsedHandler handler, Exception failure) => handler with
    {
        Outcome = RehearsalOutcome.Fails,
        Problem = failure.Message,
        ExceptionType = failure.GetType().FullName,
    };

    private static bool Holds(Write write, Item? item) => write switch
    {
        Insert => item is null,
        Update update => update.Conditions.All(condition => condition.HoldsFor(item)),
        Check check => check.Conditions.All(condition => condition.HoldsFor(item)),
        _ => true,
    };

    /// <summary>A rehearsal takes no message, so it needs no right to one.</summary>
    private sealed class RehearsedLease : IMessageLease, IDisposable
    {
        public DateTimeOffset Until => DateTimeOffset.MaxValue;

        public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback) => this;

        public void Dispose()
        {
        }
    }
}
