using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks;

/// <summary>Measures the engine, one figure after the other.</summary>
internal static class EngineBenchmark
{
    private const int ThroughputMessages = 40_000;
    private const int MemoryMessages = 200_000;
    private const int LongMemoryMessages = 1_000_000;

    /// <returns>The exit code: 0 where every goal is reached.</returns>
    public static async Task<int> RunAsync(FileInfo? json, bool isLong, CancellationToken cancellationToken)
    {
        using var aws = await EmbeddedAws.StartAsync(cancellationToken);
        var idle = IdleFigures.MeasureAsync(cancellationToken);
        List<Figure> figures =
        [
            .. await Step("throughput", ThroughputFigures.MeasureAsync(aws, ThroughputMessages, cancellationToken)),
            await Step("leases", LeaseFigures.MeasureAsync(aws, cancellationToken)),
            await Step("light load", LightLoadFigures.MeasureAsync(aws, cancellationToken)),
            .. await Step("SIGTERM", ShutdownFigures.MeasureAsync(aws, cancellationToken)),
            .. await Step("allocations", AllocationFigures.MeasureAsync(cancellationToken)),
            .. await Step("memory", MemoryFigures.MeasureAsync(aws, isLong ? LongMemoryMessages : MemoryMessages, cancellationToken)),
            await Step("idle", idle),
        ];

        await Report.ShowAsync("engine", figures, json, cancellationToken);
        return figures.Any(figure => figure.Reached == false) ? 1 : 0;
    }

    private static Task<T> Step<T>(string name, Task<T> measuring)
    {
        Console.Error.WriteLine($"measuring {name} …");
        return measuring;
    }
}
