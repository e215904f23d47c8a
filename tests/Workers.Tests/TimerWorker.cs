using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests;

/// <summary>
/// A worker with a queue of its own and one of timers, on tables in memory and one clock. What it says reaches both by the rules.
/// </summary>
internal sealed class TimerWorker : IDisposable
{
    // Long enough for a message to be received: a poll that is open does not see what arrives while it waits.
    private static readonly TimeSpan OnePoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(10);

    private readonly HandlerTest _main;
    private readonly HandlerTest _timers;
    private readonly string _timersQueue;
    private int _forwardedByMain;
    private int _forwardedByTimers;

    public TimerWorker(Action<IHostApplicationBuilder> register, string consumer, string timersQueue, Dictionary<string, string?>? settings = null)
    {
        void Register(IHostApplicationBuilder builder)
        {
            builder.Configuration.AddInMemoryCollection(settings ?? []);
            builder.Services.AddMetrics();
            register(builder);
        }

        _timersQueue = timersQueue;
        _main = new(Register, consumer);
        _timers = new(Register, Topology.ConsumptionOf(timersQueue).Name);
    }

    /// <summary>What the worker has said, each event once.</summary>
    public IReadOnlyList<ReceivedEvent> Said =>
        [.. _main.Published.Concat(_timers.Published).DistinctBy(said => said.Metadata.EventId)];

    /// <summary>What it said, in its details.</summary>
    public IReadOnlyList<IEventDetail> SaidDetails => [.. Said.Select(said => said.Detail)];

    public DateTimeOffset Now => _main.Time.GetUtcNow();

    public InMemoryStore Store => _main.Store;

    public IReadOnlyList<string?> Rejected => [.. _main.DeadLetters.Concat(_timers.DeadLetters).Select(letter => letter.Reason)];

    /// <summary>How many messages wait for their time.</summary>
    public int Waiting => _timers.Messages.Count;

    /// <summary>Something is told, and taken within half a minute.</summary>
    public TimerWorker Hears(IEventDetail detail, string? eventId = null)
    {
        _main.Receives(detail, eventId);
        return Passes(OnePoll);
    }

    /// <summary>Just before the timers' next commit, something is told, and taken.</summary>
    public void MeetsFirst(IEventDetail detail) => _timers.Store.MeetsFirst(() =>
    {
        _main.Receives(detail);
        _main.Advance(OnePoll);
        Copy(_main, _timers);
    });

    /// <summary>What waits for its time comes once more, as after a crash.</summary>
    public void Repeats(IEventDetail detail, string eventId) => _timers.Receives(detail, eventId);

    public TimerWorker Passes(TimeSpan time)
    {
        var until = Now + time;
        while (Now < until)
        {
            var step = until - Now < LongestStep ? until - Now : LongestStep;
            Copy(_timers, _main);
            _main.Advance(step);
            Copy(_main, _timers);
            _forwardedByMain = Forward(_main, _forwardedByMain);
            _timers.Advance(Now - _timers.Time.GetUtcNow());
            _forwardedByTimers = Forward(_timers, _forwardedByTimers);
        }

        Copy(_timers, _main);
        return this;
    }

    public void Dispose()
    {
        _main.Dispose();
        _timers.Dispose();
    }

    private int Forward(HandlerTest from, int forwarded)
    {
        var waits = Topology.Rules.Where(rule => rule.Targets.Contains(_timersQueue)).SelectMany(rule => rule.Pattern.Events).ToHashSet();
        foreach (var said in from.Published.Skip(forwarded).Where(said => waits.Contains(said.Envelope.Name)))
        {
            _timers.Receives(said.Detail, said.Metadata.EventId);
        }

        return from.Published.Count;
    }

    // Markers are by consumer, so neither side can overwrite the other's.
    private static void Copy(HandlerTest from, HandlerTest to)
    {
        foreach (var (key, item) in from.Store.Items.ToList())
        {
            to.Store[key] = item;
        }
    }
}
