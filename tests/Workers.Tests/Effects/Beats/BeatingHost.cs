using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workers.Effects;
using Workers.Effects.Beats;
using Workers.Engine;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Tests.Effects.Fakes;
using Workers.Tests.Engine;

namespace Workers.Tests.Effects.Beats;

/// <summary>A host of two queues of which only the beat runs, on one thread and a fake clock.</summary>
internal sealed class BeatingHost : IDisposable
{
    /// <summary>The instance's row.</summary>
    public const string Row = "instance/shop/shop-1";

    private readonly SingleThread _thread = new();
    private readonly ServiceProvider _services;
    private readonly BeatService _beat;

    public BeatingHost()
    {
        Time = new() { AfterTimer = () => _thread.Run(() => { }) };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(Log);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IAmazonDynamoDB>(Table)
            .Configure<ResourceNaming>(naming => naming.Prefix = "test-")
            .Configure<EffectsOptions>(options => options.Instance = "shop-1");
        builder.AddEffects("markers");
        builder.AddQueueConsumer("Shop", "shop-queue").Handles<Happened, FakeHandler>();
        builder.AddQueueConsumer("Returns", "returns-queue").Handles<Happened>("ReturnsHandler", _ => new FakeHandler());
        builder.AddBeat("shop", "fleet");
        _services = builder.Services.BuildServiceProvider();
        _beat = ActivatorUtilities.CreateInstance<BeatService>(_services);
        Metrics = new(_services.GetRequiredService<IMeterFactory>(), Time, "test-shop-queue");
    }

    public FakeTime Time { get; }

    public FleetDynamo Table { get; } = new();

    public RecordingLog Log { get; } = new();

    /// <summary>What the first queue's consumer measures with.</summary>
    public ConsumerMetrics Metrics { get; }

    /// <summary>What its effects measure with.</summary>
    public EffectsMetrics Effects => _services.GetRequiredService<EffectsMetrics>();

    public QueueControl Shop => _services.GetRequiredKeyedService<QueueControl>("Shop");

    /// <summary>What the instance has told of itself.</summary>
    public async Task<InstanceRow> ReadAsync() => Assert.Single(
        await new FleetTable(Table, "test-fleet").InstancesAsync(Time.GetUtcNow(), TestContext.Current.CancellationToken));

    /// <summary>Before the first receive.</summary>
    public Task Starting() => Run(() => _beat.StartingAsync(CancellationToken.None));

    public Task Start() => Run(() => _beat.StartAsync(CancellationToken.None));

    public Task Stop() => Run(() => _beat.StopAsync(CancellationToken.None));

    public void Advance(int seconds) => _thread.Run(() => Time.Advance(TimeSpan.FromSeconds(seconds)));

    public void Dispose() => _services.Dispose();

    private Task Run(Func<Task> step)
    {
        var task = Task.CompletedTask;
        _thread.Run(() => task = step());
        return task;
    }
}
