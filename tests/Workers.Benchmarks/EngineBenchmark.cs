using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks;

/// <summary>Measures the engine, one step after the other, or the one step that is named.</summary>
internal sealed class EngineBenchmark(EmbeddedAws aws, string? only, CancellationToken cancellationToken)
{
    public static readonly string[] Steps = ["throughput", "leases", "light-load", "shutdown", "drain", "allocations", "memory", "idle"];

    private const int MemoryMessages = 200_000;
    private const int LongMemoryMessages = 1_000_000;

    private readonly List<Figure> _figures = [];

    /// <returns>The exit code: 0 where every goal is reached.</returns>
    public static async Task<int> RunAsync(FileInfo? json, bool isLong, string? only, CancellationToken cancellationToken)
    {
        using var aws = await EmbeddedAws.StartAsync(cancellationToken);
        var figures = await new EngineBenchmark(aws, only, cancellationToken).MeasureAsync(isLong);
        await Report.ShowAsync("engine", figures, json, cancellationToken);
        return figures.Any(figure => figure.Reached == false) ? 1 : 0;
    }

    private async Task<List<Figure>> MeasureAsync(bool isLong)
    {
        await StepAsync("throughput", () => ThroughputFigures.MeasureAsync(aws, cancellationToken));
        await StepAsync("leases", () => LeaseFigures.MeasureAsync(aws, cancellationToken));
        await StepAsync("light-load", () => LightLoadFigures.MeasureAsync(aws, cancellationToken));
        await StepAsync("shutdown", () => ShutdownFigures.MeasureAsync(aws, cancellationToken));
        await StepAsync("drain", () => DrainFigures.MeasureAsync(aws, cancellationToken));
        await StepAsync("allocations", () => AllocationFigures.MeasureAsync(cancellationToken));
        await StepAsync("memory", () => MemoryFigures.MeasureAsync(aws, isLong ? LongMemoryMessages : MemoryMessages, cancellationToken));
        await StepAsync("idle", () => IdleFigures.MeasureAsync(cancellationToken));
        return _figures;
    }

    private async Task StepAsync(string name, Func<Task<IReadOnlyList<Figure>>> measure)
    {
        if (only is null || only == name)
        {
            await Console.Error.WriteLineAsync($"measuring {name} …");
            _figures.AddRange(await measure());
        }
    }
}
