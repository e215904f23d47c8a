using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Peer;

/// <summary>Our worker and the peer take turns on one deep queue, each in a process of its own, warm when it is measured.</summary>
internal static class PeerBenchmark
{
    private const int Rounds = 5;

    /// <summary>By then both have compiled nearly all that is hot for the last time.</summary>
    private const int WarmUp = 160_000;

    private const int Messages = 40_000;
    private static readonly int[] Marks = [WarmUp, WarmUp + Messages];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(FileInfo? json, CancellationToken cancellationToken)
    {
        using var package = await SqsConsumerPackage.InstallAsync(cancellationToken);
        if (package is null)
        {
            Console.WriteLine($"Skipped: {SqsConsumerPackage.Name}, because npm is missing here or cannot install it.");
            return 0;
        }

        using var aws = await EmbeddedAws.StartAsync(cancellationToken);
        List<Turn> engine = [];
        List<Turn> peer = [];
        for (var round = 0; round < Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"round {round + 1} of {Rounds} …");
            engine.Add(await TurnAsync(
                aws,
                $"engine-{round}",
                queue => new ChildWorker(
                    ConsumersUnderTest.Engine.Name, aws.Endpoint, queue.Name, queue.Url, new EngineSettings(), TimeSpan.Zero, Marks).Start(),
                cancellationToken));
            peer.Add(await TurnAsync(aws, $"peer-{round}", queue => package.Start(aws.Endpoint, queue, Marks), cancellationToken));
        }

        List<Figure> figures =
        [
            Compare("messages per second of the client's CPU", turn => turn.PerCpuSecond),
            Compare("SQS calls per 1,000 messages", turn => turn.CallsPer1000),
            Compare("resident memory at the end, MB", turn => turn.Megabytes),
        ];
        await Report.ShowAsync("engine", figures, json, cancellationToken);
        return 0;

        Figure Compare(string what, Func<Turn, double> value) => new(
            what,
            null,
            Statistics.Median(engine.Select(value)),
            new Dictionary<string, double> { [SqsConsumerPackage.Name] = Statistics.Median(peer.Select(value)) });
    }

    private static async Task<Turn> TurnAsync(
        EmbeddedAws aws, string name, Func<BenchmarkQueue, ChildProcess> start, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, name, TimeSpan.FromSeconds(30), cancellationToken);
        await queue.FillAsync(Marks[^1], cancellationToken);
        var counted = await aws.CountAsync(cancellationToken);
        using var consumer = start(queue);
        var warm = Mark.Parse(await consumer.ReadLineAsync(cancellationToken));
        var end = Mark.Parse(await consumer.ReadLineAsync(cancellationToken));
        await consumer.TerminateAsync(cancellationToken);

        var calls = await counted.AllAsync(cancellationToken);
        return new(
            1000 * Messages / (end.CpuMilliseconds - warm.CpuMilliseconds), 1000.0 * calls / Marks[^1], end.ResidentBytes / 1e6);
    }

    private sealed record Turn(double PerCpuSecond, double CallsPer1000, double Megabytes);
}
