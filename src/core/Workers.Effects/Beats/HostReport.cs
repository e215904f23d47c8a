using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Engine;
using Workers.Events;

namespace Workers.Effects.Beats;

/// <summary>What an instance says of itself, and how it obeys what is asked of its queues.</summary>
internal sealed class HostReport(
    HostIdentity identity,
    HostFigures figures,
    IEnumerable<QueueConsumerBuilder> consumers,
    IServiceProvider services,
    IOptions<EffectsOptions> effects,
    IOptions<BeatOptions> options,
    TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly List<QueueConsumerBuilder> _consumers = [.. consumers];
    private readonly Dictionary<string, (bool IsPaused, int? MaxInFlight)> _asked = [];

    /// <summary>The instance's name in the table.</summary>
    public string Instance => $"{identity.Worker}/{effects.Value.Instance}";

    /// <summary>The queues that the host consumes, by their unprefixed names.</summary>
    public IEnumerable<string> Queues => _consumers.Select(consumer => consumer.Queue);

    /// <summary>The row of this moment.</summary>
    public InstanceRow Now()
    {
        figures.Observe();
        var now = time.GetUtcNow();
        var row = new InstanceRow(
            Instance,
            identity.Worker,
            identity.Build,
            Environment.MachineName,
            _startedAt,
            now,
            now + options.Value.RowLife,
            _consumers.ConvertAll(FiguresOf));
        figures.Turn();
        return row;
    }

    /// <summary>Does what is asked of a queue, once: what the program itself says of it meanwhile stands until something else is asked.</summary>
    public void Obey(string queue, Steering steering)
    {
        var asked = (steering.IsPaused, steering.MaxInFlight);
        if (_asked.GetValueOrDefault(queue) == asked)
        {
            return;
        }

        _asked[queue] = asked;
        var control = ControlOf(_consumers.First(consumer => consumer.Queue == queue));
        if (steering.IsPaused)
        {
            control.Pause();
        }
        else
        {
            control.Resume();
        }

        control.LimitTo(steering.MaxInFlight);
    }

    private QueueFigures FiguresOf(QueueConsumerBuilder consumer)
    {
        var queue = figures.Queue(services.GetRequiredService<IOptions<ResourceNaming>>().Value.NameOf(consumer.Queue));
        var control = ControlOf(consumer);
        var most = services.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>().Get(consumer.Name).MaxInFlight;
        return new(
            consumer.Queue,
            queue.InFlight,
            queue.OldestSeconds,
            queue.ReadRate(),
            control.IsPaused,
            Math.Min(most, control.Limit ?? most),
            [.. consumer.HandlerNames.Select(handler => figures.Handler(handler).Read(handler))]);
    }

    private QueueControl ControlOf(QueueConsumerBuilder consumer) => services.GetRequiredKeyedService<QueueControl>(consumer.Name);
}

/// <summary>Which program an instance is of.</summary>
internal sealed record HostIdentity(string Worker, string Build);
