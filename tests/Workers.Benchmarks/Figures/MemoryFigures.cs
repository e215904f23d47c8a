using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A worker process that has consumed ten times as much, or fifty times: it must not have grown.</summary>
internal static class MemoryFigures
{
    private const int Early = 20_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, int late, CancellationToken cancellationToken)
    {
        List<(Mark Early, Mark Late)> marks = [];
        foreach (var consumer in ConsumersUnderTest.All)
        {
            marks.Add(await MarksAsync(aws, consumer, late, cancellationToken));
        }

        var messages = late.ToString("#,0", CultureInfo.InvariantCulture);
        return
        [
            Figure.Of(
                $"resident memory after {messages} messages against 20,000",
                Goal.AtMost(1.10),
                marks.ConvertAll(mark => mark.Late.ResidentBytes / mark.Early.ResidentBytes)),
            Figure.Of($"resident memory after {messages} messages, MB", null, marks.ConvertAll(mark => mark.Late.ResidentBytes / 1e6)),
        ];
    }

    private static async Task<(Mark Early, Mark Late)> MarksAsync(
        EmbeddedAws aws, IConsumerUnderTest consumer, int late, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, $"memory-{Guid.NewGuid():n}", TimeSpan.FromSeconds(30), cancellationToken);
        using var worker = new ChildWorker(
            consumer.Name, aws.Endpoint, queue.Name, queue.Url, new EngineSettings(), TimeSpan.Zero, [Early, late]).Start();
        var filling = queue.FillAsync(late, cancellationToken);
        var early = Mark.Parse(await worker.ReadLineAsync(cancellationToken));
        var end = Mark.Parse(await worker.ReadLineAsync(cancellationToken));
        await filling;
        await worker.TerminateAsync(cancellationToken);
        return (early, end);
    }
}
