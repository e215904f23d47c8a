using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workers.Effects;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Effects.Transactions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Tests.Effects.Fakes;

/// <summary>
/// The effects as a host registers them, over a store in memory and a clock that advances when something waits for it.
/// </summary>
internal sealed class EffectsBench
{
    public EffectsBench(Action<EffectsOptions>? configure = null, EventRegistry? registry = null)
    {
        Store = new(Time);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(registry ?? Shop.Registry());
        builder.Services.AddSingleton<IEventPublisher>(Publisher);
        builder.Services.AddSingleton<ILoggerProvider>(Log).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug));
        builder.AddEffects(Shop.MarkerTable, "Workers:Effects");
        Consumer = builder.AddQueueConsumer("Shop", "shop-queue").Decides<Sold, SoldHandler>();
        builder.Services.AddSingleton<IMeterFactory>(Meters);
        builder.Services.AddSingleton<ITransactionStore>(Store);
        builder.Services.AddSingleton<IClaimStore>(Store);
        builder.Services.Configure<EffectsOptions>(options => options.GroupLinger = TimeSpan.Zero);
        builder.Services.Configure(configure ?? (_ => { }));
        Services = builder.Services.BuildServiceProvider();
    }

    public QueueConsumerBuilder Consumer { get; }

    public ServiceProvider Services { get; }

    public FakeTime Time { get; } = new();

    public InMemoryStore Store { get; }

    public RecordingPublisher Publisher { get; } = new();

    public RecordingLog Log { get; } = new();

    public CountingMeters Meters { get; } = new();

    public ILeasedEffects Leased => Services.GetRequiredService<ILeasedEffects>();

    /// <summary>What the queue makes of a message.</summary>
    public Task<Outcome> HandleAsync(IDecide<Sold> handler, EventMessage<Sold> message) =>
        FinishAsync(StartAsync(handler, message, TestContext.Current.CancellationToken));

    /// <summary>The same, while time stands still.</summary>
    public Task<Outcome> StartAsync<TEvent>(
        IDecide<TEvent> handler, EventMessage<TEvent> message, CancellationToken cancellationToken)
        where TEvent : IEventDetail =>
        Services.GetRequiredKeyedService<CommitQueue>("Shop").CommitAsync(handler, message, cancellationToken);

    /// <summary>Advances the clock for as long as the work waits for it.</summary>
    public async Task<Outcome> FinishAsync(Task<Outcome> work)
    {
        while (!work.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await work;
    }
}
