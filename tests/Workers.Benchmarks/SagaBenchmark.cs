using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Figures;
using Workers.Benchmarks.Saga;

namespace Workers.Benchmarks;

/// <summary>Measures what an order costs on its whole way, from placed to completed, through all six workers and the textbook's.</summary>
internal static class SagaBenchmark
{
    private const int LatencyMilliseconds = 5;
    private static readonly string[] OutsideTransactions =
    [
        .. EffectsBenchmark.OutsideTransactions,
        "events.PutEvents",
        "sqs.ReceiveMessage", "sqs.DeleteMessage", "sqs.DeleteMessageBatch",
    ];

    /// <returns>The exit code: 0 where every goal is reached.</returns>
    public static async Task<int> RunAsync(FileInfo? json, bool isQuick, CancellationToken cancellationToken)
    {
        using var aws = await EmbeddedAws.StartAsync(cancellationToken, "--transaction-latency-ms", $"{LatencyMilliseconds}");
        await aws.DelayAsync(OutsideTransactions, LatencyMilliseconds, cancellationToken);
        List<Figure> figures =
        [
            .. await DeepFigures.MeasureAsync(new(aws), isQuick, cancellationToken),
            .. await LightFigures.MeasureAsync(new(aws), isQuick, cancellationToken),
        ];

        return await Report.ShowAsync(SagaDesign.Ours.Name, figures, json);
    }
}
