using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Engine.Health;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Testing;

namespace Workers.Simulation;

/// <summary>
/// One history of a queue and its consumers, drawn from a seed: the same seed tells the same history. Messages arrive, calls
/// fail, handlers dawdle, hosts stop and start; in the end all is calm, and everything must have been consumed.
/// </summary>
internal sealed class Schedule : IDisposable
{
    private const int Steps = 60;
    private const int Messages = 40;
    private const int MaxInFlight = 12;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(31);
    private static readonly TimeSpan LongestCalm = TimeSpan.FromHours(1);

    private static readonly Dictionary<Type, Func<IEventDetail, DateTimeOffset>> DueTimes =
        new() { [typeof(Simulated)] = detail => ((Simulated)detail).DueAt };

    private readonly SingleThread _thread = new();
    private readonly ActivitySource _tracing = new("Workers.Engine");
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Random _random;
    private readonly FakeTime _time;
    private readonly Invariants _invariants;
    private readonly SimulatedQueue _queue;
    private readonly QueueConsumerOptions _options;
    private readonly bool _isFifo;
    private readonly (QueueConsumer Consumer, SimulatedHandler Handler)[] _instances;
    private int _sent;

    private Schedule(int seed, Plant plant)
    {
        _random = new Random(seed);
        _time = new FakeTime { AfterTimer = () => _thread.Run(() => { }) };
        _invariants = new Invariants(_time);
        _queue = new SimulatedQueue(_time, _random, _invariants, plant);
        _options = new QueueConsumerOptions
        {
            MaxInFlight = MaxInFlight,
            MaxReceiveLoops = _random.Next(1, 5),
            MaxHandlingTime = TimeSpan.FromSeconds(_random.Next(20, 200)),
            MaxAttempts = _random.Next(1, 6),
            BackoffCap = TimeSpan.FromMinutes(1),
        };

        // On a FIFO queue two instances share the groups.
        _isFifo = _random.Next(4) == 0;
        _instances = [.. Enumerable.Range(0, _isFifo ? 2 : 1).Select(_ => Start())];
    }

    /// <summary>Plays a seed's history.</summary>
    /// <returns>What was broken first; null where every invariant held.</returns>
    public static string? Play(int seed, Plant plant)
    {
        using var schedule = new Schedule(seed, plant);
        schedule.Play();
        return schedule._invariants.Broken;
    }

    public void Dispose()
    {
        Array.ForEach(_instances, instance => instance.Consumer.Dispose());
        _services.Dispose();
        _tracing.Dispose();
    }

    private void Play()
    {
        for (var step = 0; step < Steps && _invariants.Broken is null; step++)
        {
            Step();
        }

        _queue.IsCalm = true;
        Array.ForEach(_instances, instance => instance.Handler.IsCalm = true);
        AdvanceUntil(() => _queue.IsEmpty, LongestCalm, "not everything is consumed in the end");
        Array.ForEach(_instances, instance => Drain(instance.Consumer));
    }

    private void Step()
    {
        switch (_random.Next(20))
        {
            case < 8:
                Send(_random.Next(1, 12));
                break;
            case 8 when !_isFifo:
                _thread.Run(_queue.ShowAgainWrongly);
                break;
            case 9:
                Restart();
                break;
        }

        Advance(TimeSpan.FromSeconds(20 * Math.Pow(_random.NextDouble(), 3)));
    }

    private void Send(int count) => _thread.Run(() =>
    {
        for (; count > 0 && _sent < Messages; count--)
        {
            _queue.Send(Body(_random.NextDouble(), ++_sent), _isFifo ? $"group-{_random.Next(4)}" : null);
        }
    });

    private string Body(double kind, int number) => kind switch
    {
        < 0.03 => $"{Simulated.PoisonPrefix}-{number}",
        < 0.2 when !_isFifo => Simulated.Timer($"timer-{number}", _time.GetUtcNow() + TimeSpan.FromMinutes(40 * Math.Pow(_random.NextDouble(), 3))),
        _ => $"message-{number}",
    };

    private void Restart()
    {
        var index = _random.Next(_instances.Length);
        Drain(_instances[index].Consumer);
        _instances[index].Consumer.Dispose();
        _instances[index] = Start();
    }

    private (QueueConsumer Consumer, SimulatedHandler Handler) Start()
    {
        var handler = new SimulatedHandler(_random, _time, _queue, _invariants, MaxInFlight, isAlone: !_isFifo);
        var context = new ConsumerContext(
            _isFifo ? "simulation.fifo" : "simulation",
            _options,
            _time,
            new Jitter(_random),
            new ConsumerMetrics(_services.GetRequiredService<IMeterFactory>(), _time, "simulation"),
            _tracing,
            new ConsumerHealth(_time),
            new QueueControl(),
            NullLogger.Instance);
        var consumer = new QueueConsumer(
            _queue,
            SimulatedQueue.Visibility,
            message => Simulated.Read(message.Body),
            new HandlerTable([HandlerRegistration.For("Simulation.SimulatedHandler", _ => handler)], _services, DueTimes),
            [],
            fault => _invariants.Check(false, $"the engine broke: {fault}"),
            context);
        _thread.Run(consumer.Start);
        return (consumer, handler);
    }

    /// <summary>SIGTERM, while SQS works: what it fails to do then no engine can undo.</summary>
    private void Drain(QueueConsumer consumer)
    {
        var draining = Task.CompletedTask;
        _queue.IsCalm = true;
        _thread.Run(() => draining = consumer.DrainAsync(CancellationToken.None));
        AdvanceUntil(() => draining.IsCompleted, LongestDrain, "the drain does not end");
        if (!_isFifo)
        {
            _thread.Run(_queue.CheckDrained);   // of two instances, the other one's messages may be invisible
        }

        _queue.IsCalm = false;
    }

    private void AdvanceUntil(Func<bool> isReached, TimeSpan limit, string broken)
    {
        for (var until = _time.Elapsed + limit; !isReached() && _time.Elapsed < until && _invariants.Broken is null;)
        {
            Advance(TimeSpan.FromMilliseconds(500));
        }

        _invariants.Check(isReached(), broken);
    }

    private void Advance(TimeSpan by) => _thread.Run(() => _time.Advance(by));
}
