using System.Diagnostics;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>An empty queue, polled as the engine ships, for one whole minute, and then SIGTERM; on an embedded AWS of its own.</summary>
internal sealed class IdleStep : IStep
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);

    private static readonly Figure Calls = new("SQS calls per minute, idle queue, wait 20 s (one whole minute)", Goal.AtMost(4));
    private static readonly Figure Exit =
        new("seconds until an idle worker exits on SIGTERM: an open poll's at most, and one", Goal.AtMost(Wait.TotalSeconds + 1));
    private static readonly Figure Stranded = new("stranded by that, of 10 messages that came right after the exit", Goal.AtMost(0));

    public string Name => "idle";

    public IReadOnlyList<Figure> Rows { get; } = [Calls, Exit, Stranded];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var own = await EmbeddedAws.StartAsync(cancellationToken);
        using var worker = await Contender.StartAsync(
            own, ConsumersUnderTest.Engine, new EngineSettings { WaitTime = Wait }, TimeSpan.Zero, cancellationToken);
        await worker.BeginAsync(1);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var counted = await own.CountAsync(cancellationToken);
        await Task.Delay(Window, TimeProvider.System, cancellationToken);
        var calls = await counted.AllAsync(cancellationToken);

        var clock = Stopwatch.StartNew();
        await worker.Process.TerminateAsync(cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;
        await worker.Queue.FillAsync(BenchmarkQueue.BatchSize, cancellationToken);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var stranded = await worker.Queue.InvisibleAsync(cancellationToken);
        return [Calls with { Ours = calls }, Exit with { Ours = seconds }, Stranded with { Ours = stranded }];
    }
}
