using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workers.Effects;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

/// <summary>
/// A queue's committer on one thread and a clock that stands still: after each step everything has happened that can happen
/// without time passing.
/// </summary>
internal sealed class GroupBench
{
    public static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(5);

    private readonly SingleThread _thread = new();
    private readonly EffectsBench _effects;

    public GroupBench(Action<EffectsOptions>? configure = null, EventRegistry? registry = null)
    {
        _effects = new(
            options =>
            {
                options.GroupLinger = Linger;
                configure?.Invoke(options);
            },
            registry);
        _effects.Time.AfterTimer = () => Do(() => { });
    }

    public InMemoryStore Store => _effects.Store;

    public RecordingPublisher Publisher => _effects.Publisher;

    public RecordingLog Log => _effects.Log;

    public CancellationToken HostStops => _effects.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    /// <summary>How many messages each transaction that took effect had.</summary>
    public IEnumerable<int> GroupSizes => Store.Taken.Select(writes => writes.Count(write => write.Key.Table == Shop.MarkerTable));

    /// <summary>Stock of a product.</summary>
    public decimal? this[string productId]
    {
        get => Store[Shop.Product(productId)]?.Number("available");
        set => Store[Shop.Product(productId)] = Item.Empty.With("available", value);
    }

    /// <summary>Hands over a message, which then waits for its group.</summary>
    public Task<Outcome> Deliver(
        IDecide<Sold> handler,
        string eventId,
        int quantity = 1,
        string productId = "mug",
        int receiveCount = 1,
        CancellationTokenSource? lease = null)
    {
        var message = Shop.Message(eventId, receiveCount: receiveCount) with { Detail = new Sold(productId, quantity) };
        return Deliver(handler, message, lease);
    }

    /// <summary>The same of any event.</summary>
    public Task<Outcome> Deliver<TEvent>(
        IDecide<TEvent> handler, EventMessage<TEvent> message, CancellationTokenSource? lease = null)
        where TEvent : IEventDetail
    {
        Task<Outcome>? outcome = null;
        Do(() => outcome = _effects.StartAsync(handler, message, lease?.Token ?? CancellationToken.None));
        return outcome!;
    }

    /// <summary>Ends when nothing is being committed any more.</summary>
    public ValueTask DisposeAsync() => _effects.Services.DisposeAsync();

    public void Do(Action action) => _thread.Run(action);

    public void Advance(TimeSpan by) => Do(() => _effects.Time.Advance(by));

    /// <summary>Lets the group gather, and everything happen that follows.</summary>
    public void Gather() => Advance(TimeSpan.FromSeconds(10));
}
