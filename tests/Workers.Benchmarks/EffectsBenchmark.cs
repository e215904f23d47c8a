using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Effects;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks;

/// <summary>Measures what it costs that effects happen once: group commit beside one transaction per message and the textbook pattern.</summary>
internal static class EffectsBenchmark
{
    private const int LatencyMilliseconds = 5;
    public static readonly string[] OutsideTransactions =
        ["dynamodb.BatchGetItem", "dynamodb.GetItem", "dynamodb.PutItem", "dynamodb.UpdateItem"];

    /// <returns>The exit code: 0 where every goal is reached.</returns>
    public static async Task<int> RunAsync(FileInfo? json, CancellationToken cancellationToken)
    {
        // A transaction stays open for its latency, and conflicts meanwhile; everything else is only late.
        using var aws = await EmbeddedAws.StartAsync(cancellationToken, "--transaction-latency-ms", $"{LatencyMilliseconds}");
        await aws.DelayAsync(OutsideTransactions, LatencyMilliseconds, cancellationToken);
        var queue = new DeepQueue(aws);
        List<Figure> figures =
        [
            .. await OrderFigures.MeasureAsync(queue, cancellationToken),
            .. await AnalyticsFigures.MeasureAsync(queue, cancellationToken),
            .. await PathFigures.MeasureAsync(aws, cancellationToken),
        ];

        return await Report.ShowAsync(Approach.GroupCommit.Name, figures, json);
    }
}
