using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>
/// A worker process that has consumed ten times as much, or fifty times: it must not have grown. It is looked at halfway as well,
/// because at the first look it is a second or two old, and the runtime is compiling still.
/// </summary>
internal static class MemoryFigures
{
    private const int Early = 20_000;
    private const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, int late, CancellationToken cancellationToken)
    {
        List<Growth[]> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(aws, late, cancellationToken));
        }

        return
        [
            Figure.OfRounds(
                $"resident memory after {Text(late)} messages against {Text(Early)}",
                Goal.AtMost(1.10),
                rounds,
                (growth, _) => growth.End / growth.Early),
            Figure.OfRounds($"resident memory after {Text(late)} messages against {Text(late / 2)}", null, rounds, (growth, _) => growth.End / growth.Halfway),
            Figure.OfRounds($"resident memory after {Text(late)} messages, MB", null, rounds, (growth, _) => growth.End / 1e6),
        ];
    }

    private static string Text(int messages) => messages.ToString("#,0", CultureInfo.InvariantCulture);

    private static async Task<Growth[]> RoundAsync(EmbeddedAws aws, int late, CancellationToken cancellationToken)
    {
        List<Growth> growths = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            growths.Add(await GrowthAsync(aws, consumer, late, cancellationToken));
        }

        return [.. growths];
    }

    private static async Task<Growth> GrowthAsync(
        EmbeddedAws aws, IConsumerUnderTest consumer, int late, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, $"memory-{Guid.NewGuid():n}", TimeSpan.FromSeconds(30), cancellationToken);
        using var worker = new ChildWorker(
            consumer.Name, aws.Endpoint, queue.Name, queue.Url, new EngineSettings(), TimeSpan.Zero, [Early, late / 2, late]).Start();
        var filling = queue.FillAsync(late, cancellationToken);
        var growth = new Growth(await ResidentAsync(), await ResidentAsync(), await ResidentAsync());
        await filling;
        await worker.TerminateAsync(cancellationToken);
        return growth;

        async Task<double> ResidentAsync() => Mark.Parse(await worker.ReadLineAsync(cancellationToken)).ResidentBytes;
    }

    /// <summary>Resident bytes at the marks.</summary>
    private sealed record Growth(double Early, double Halfway, double End);
}
