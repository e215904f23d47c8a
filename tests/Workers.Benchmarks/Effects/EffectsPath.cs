using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workers.Benchmarks.Aws;
using Workers.Contracts.Events;
using Workers.Effects;
using Workers.Effects.Committing;
using Workers.Engine.Handling;
using Workers.Events.Publishing;
using Workers.Events.Reading;
using Workers.Inventory.Handlers;

namespace Workers.Benchmarks.Effects;

/// <summary>What a worker does between dispatch and publish: reads, decisions, commits. No queue is consumed, and no event published.</summary>
internal sealed class EffectsPath : IAsyncDisposable
{
    private const int MaxInFlight = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly BenchmarkFleet _fleet;
    private readonly WebApplication _host;
    private readonly IHandle<OrderPlaced> _handler;

    private EffectsPath(BenchmarkFleet fleet, WebApplication host)
    {
        _fleet = fleet;
        _host = host;
        _handler = host.Services.GetService<OrderPlacedHandler>() is { } decides
            ? new DecidingHandler<OrderPlaced>(decides, host.Services.GetRequiredKeyedService<CommitQueue>("Inventory"))
            : host.Services.GetRequiredService<TextbookHandler>();
    }

    public static async Task<EffectsPath> OpenAsync(EmbeddedAws aws, Approach approach, CancellationToken cancellationToken)
    {
        var workload = Workload.SpreadOrders;
        var fleet = await BenchmarkFleet.CreateAsync(aws, workload.Products, cancellationToken);
        var host = new WorkerHosts(aws, new Meters()).Build(
            approach,
            builder =>
            {
                workload.AddWorker(approach, builder);
                builder.Services.AddSingleton<IEventPublisher, SilentPublisher>();
            },
            fleet.Prefix,
            number: 1);
        return new(fleet, host);
    }

    /// <summary>The processor time of one order, in microseconds, where as many are in flight as the worker allows.</summary>
    public async Task<double> CpuOfOrderAsync(int warmUp, int orders, CancellationToken cancellationToken)
    {
        var messages = Messages(warmUp + orders);
        await HandleAllAsync(messages[..warmUp]);
        var before = Environment.CpuUsage.TotalTime;
        await HandleAllAsync(messages[warmUp..]);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / orders;

        Task HandleAllAsync(IEnumerable<EventMessage<OrderPlaced>> part) => Parallel.ForEachAsync(
            part,
            new ParallelOptions { MaxDegreeOfParallelism = MaxInFlight, CancellationToken = cancellationToken },
            async (message, token) => Ensure(await _handler.HandleAsync(message, token)));
    }

    /// <summary>The milliseconds that orders take which come one at a time.</summary>
    public async Task<IReadOnlyList<double>> LatenciesAsync(int warmUp, int orders, CancellationToken cancellationToken)
    {
        var milliseconds = new List<double>();
        foreach (var message in Messages(warmUp + orders))
        {
            var start = Stopwatch.GetTimestamp();
            Ensure(await _handler.HandleAsync(message, cancellationToken));
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return milliseconds[warmUp..];
    }

    /// <summary>An order as a handler takes it.</summary>
    public static EventMessage<OrderPlaced> MessageOf(ReceivedEvent read) => new(
        (OrderPlaced)read.Detail,
        read.Metadata,
        read.Envelope,
        new("Inventory.OrderPlacedHandler", read.Metadata.EventId, ReceiveCount: 1, read.Envelope.Time, new EndlessLease()));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _fleet.DisposeAsync();
    }

    private List<EventMessage<OrderPlaced>> Messages(int count)
    {
        var registry = _host.Services.GetRequiredService<EventRegistry>();
        return [.. Workload.SpreadOrders.Bodies(count).Select((body, number) => MessageOf(registry.Read(body, $"message-{number}")))];
    }

    private static void Ensure(Outcome outcome)
    {
        if (outcome != Outcome.Done)
        {
            throw new InvalidOperationException($"An order was not handled: {outcome}.");
        }
    }
}
