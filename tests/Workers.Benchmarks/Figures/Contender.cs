using System.Diagnostics;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>A consumer with a queue and a client of its own, which receives only while it has its turn.</summary>
internal sealed class Contender
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    /// <summary>Short, because a turn begins when the polls of the last one have come back.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly EmbeddedAws _aws;
    private readonly BenchmarkQueue _queue;
    private readonly WatchedSqs _sqs;
    private readonly Task _running;

    private Contender(EmbeddedAws aws, BenchmarkQueue queue, WatchedSqs sqs, Task running)
    {
        _aws = aws;
        _queue = queue;
        _sqs = sqs;
        _running = running;
    }

    public static async Task<Contender> StartAsync(EmbeddedAws aws, IConsumerUnderTest consumer, CancellationToken stop)
    {
        var sqs = new WatchedSqs(EmbeddedAws.Config(aws.Endpoint));
        var queue = await BenchmarkQueue.CreateAsync(sqs, $"throughput-{Guid.NewGuid():n}", TimeSpan.FromSeconds(30), stop);
        sqs.Close();
        return new(aws, queue, sqs, consumer.RunAsync(queue, Work.None, new EngineSettings { WaitTime = Wait }, stop));
    }

    /// <summary>
    /// Lets it consume so many messages, which are all there when it begins. Time is taken while the queue is deep: not of the first
    /// tenth, in which receive loops grow, nor of the last, in which receives come back empty.
    /// </summary>
    public async Task<Turn> TurnAsync(int messages, CancellationToken cancellationToken)
    {
        await UntilAsync(() => _sqs.Polls == 0, cancellationToken);
        await _queue.FillAsync(messages, cancellationToken);
        var counted = await _aws.CountAsync(cancellationToken);
        var (before, tenth) = (_sqs.Deleted, messages / 10);
        _sqs.Open();
        await UntilAsync(() => _sqs.Deleted >= before + tenth, cancellationToken);
        var (deleted, cpu, clock) = (_sqs.Deleted, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await UntilAsync(() => _sqs.Deleted >= before + messages - tenth, cancellationToken);
        (deleted, cpu) = (_sqs.Deleted - deleted, Environment.CpuUsage.TotalTime - cpu);
        var elapsed = clock.Elapsed;
        await UntilAsync(() => _sqs.Deleted >= before + messages, cancellationToken);
        var calls = await counted.AllAsync(cancellationToken);
        _sqs.Close();
        return new(deleted / elapsed.TotalSeconds, 1000.0 * calls / messages, cpu.TotalMicroseconds / deleted);
    }

    /// <summary>Waits for its end, once it was told to stop.</summary>
    public async Task EndAsync()
    {
        _sqs.Open();
        await _running;
        _sqs.Dispose();
    }

    private static async Task UntilAsync(Func<bool> isReached, CancellationToken cancellationToken)
    {
        while (!isReached())
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>What a turn of consuming took.</summary>
    /// <param name="Rate">Messages per second.</param>
    /// <param name="CallsPer1000">SQS calls per 1,000 messages.</param>
    /// <param name="CpuMicroseconds">The client's CPU per message.</param>
    public sealed record Turn(double Rate, double CallsPer1000, double CpuMicroseconds);
}
