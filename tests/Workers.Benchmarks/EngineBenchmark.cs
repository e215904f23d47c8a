using System.Runtime.InteropServices;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Figures;
using Workers.Benchmarks.Steps;

namespace Workers.Benchmarks;

/// <summary>
/// Measures the engine, one step after the other, or the one step that is named. It ends within its limit, and when it is told to: the
/// table then holds what was measured until then, and names the rest.
/// </summary>
internal sealed class EngineBenchmark(EmbeddedAws aws, string? only, CancellationToken stop)
{
    private const int LatencyMilliseconds = 5;
    private const int MemoryMessages = 200_000;
    private const int LongMemoryMessages = 1_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(290);

    private static readonly string[] Delayed =
    [
        "sqs.ReceiveMessage", "sqs.DeleteMessage", "sqs.DeleteMessageBatch", "sqs.ChangeMessageVisibilityBatch",
        .. EffectsBenchmark.OutsideTransactions, "events.PutEvents",
    ];

    /// <summary>What <c>--only</c> may name.</summary>
    public static string[] StepNames { get; } =
        [.. Steps(new SqsConsumerPackage(), isLong: false).Append(new IdleStep()).Select(step => step.Name)];

    /// <param name="json">The file that the figures are written to as well.</param>
    /// <param name="isLong">Without a limit, and with memory looked at after 1,000,000 messages.</param>
    /// <param name="only">The one step that is made.</param>
    /// <returns>The exit code: 0 where every goal is reached.</returns>
    public static async Task<int> RunAsync(FileInfo? json, bool isLong, string? only)
    {
        using var stop = new CancellationTokenSource(isLong ? Timeout.InfiniteTimeSpan : Limit);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var peer = new SqsConsumerPackage();
        using var aws = await EmbeddedAws.StartAsync(stop.Token, "--transaction-latency-ms", $"{LatencyMilliseconds}");
        await aws.DelayAsync(Delayed, LatencyMilliseconds, stop.Token);
        var figures = await new EngineBenchmark(aws, only, stop.Token).MeasureAsync(Steps(peer, isLong));
        return await Report.ShowAsync("engine", figures, json);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static IStep[] Steps(SqsConsumerPackage peer, bool isLong) =>
    [
        new AllocationStep(),
        new LeaseStep(),
        new ShutdownStep(),
        new LightLoadStep(),
        new ThroughputStep(peer),
        new WaitingHandlerStep(peer),
        new DecidedOrderStep(),
        new MemoryStep(isLong ? LongMemoryMessages : MemoryMessages),
    ];

    private async Task<List<Figure>> MeasureAsync(IEnumerable<IStep> steps)
    {
        var idle = MeasureAsync(new IdleStep());   // costs nothing: its minute passes beside the other steps
        List<Figure> figures = [];
        foreach (var step in steps)
        {
            figures.AddRange(await MeasureAsync(step));
        }

        return [.. figures, .. await idle];
    }

    private async Task<IReadOnlyList<Figure>> MeasureAsync(IStep step)
    {
        if (only is not null && only != step.Name)
        {
            return [];
        }

        try
        {
            stop.ThrowIfCancellationRequested();
            await Console.Error.WriteLineAsync($"measuring {step.Name} …");
            return await step.MeasureAsync(aws, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return step.Rows;   // whatever is interrupted may fail in any way: nothing of it is measured
        }
    }
}
