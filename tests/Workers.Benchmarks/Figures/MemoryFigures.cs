using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>
/// A worker process that has consumed ten times as much, or fifty times: it must not have grown. It is looked at when it rests.
/// At the moment of the early look it is two seconds old, and the runtime has yet to compile what these messages have made hot:
/// what that takes depends on the time, not on the messages. What is seen at the moment stands beside it.
/// </summary>
internal static class MemoryFigures
{
    private const int Early = 20_000;
    private const int Rounds = 3;

    /// <summary>Of a core: a worker that uses less from one look to the next rests.</summary>
    private const double Rest = 0.05;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, int late, CancellationToken cancellationToken)
    {
        List<Growth[]> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(aws, late, cancellationToken));
        }

        var what = $"resident memory after {Text(late)} messages against {Text(Early)}";
        return
        [
            Figure.OfRounds($"{what}, at rest", Goal.AtMost(1.10), rounds, (growth, _) => growth.Late.AtRest / growth.Early.AtRest),
            Figure.OfRounds($"{what}, at the moment", null, rounds, (growth, _) => growth.Late.AtTheMoment / growth.Early.AtTheMoment),
            Figure.OfRounds($"resident memory after {Text(late)} messages, MB", null, rounds, (growth, _) => growth.Late.AtRest / 1e6),
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
            consumer.Name, aws.Endpoint, queue.Name, queue.Url, new EngineSettings(), TimeSpan.Zero, [Early, late]).Start();
        var growth = new Growth(await ConsumeAsync(Early), await ConsumeAsync(late - Early));
        await worker.TerminateAsync(cancellationToken);
        return growth;

        async Task<Resident> ConsumeAsync(int messages)
        {
            var filling = queue.FillAsync(messages, cancellationToken);
            var atTheMoment = Mark.Parse(await worker.ReadLineAsync(cancellationToken)).ResidentBytes;
            await filling;
            await RestAsync(worker, cancellationToken);
            return new(atTheMoment, worker.ResidentBytes);
        }
    }

    private static async Task RestAsync(ChildProcess worker, CancellationToken cancellationToken)
    {
        TimeSpan before;
        do
        {
            before = worker.CpuTime;
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
        while (worker.CpuTime - before > Rest * Look);
    }

    /// <summary>Bytes when so many messages had been handled: then, and when the worker had come to rest.</summary>
    private sealed record Resident(double AtTheMoment, double AtRest);

    private sealed record Growth(Resident Early, Resident Late);
}
