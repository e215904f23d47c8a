using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Children;

/// <summary>A consumer in a process of its own, with a queue of its own, from which it receives only while it has its turn.</summary>
internal sealed class Contender : IDisposable
{
    /// <summary>The queue's visibility timeout.</summary>
    public static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    private readonly EmbeddedAws _aws;
    private readonly CancellationToken _cancellationToken;

    private Contender(EmbeddedAws aws, string name, BenchmarkQueue queue, ChildProcess process, CancellationToken cancellationToken)
    {
        (_aws, Name, Queue, Process, _cancellationToken) = (aws, name, queue, process, cancellationToken);
    }

    public string Name { get; }

    public BenchmarkQueue Queue { get; }

    public ChildProcess Process { get; }

    /// <summary>Starts one of ours.</summary>
    public static Task<Contender> StartAsync(
        EmbeddedAws aws, IConsumerUnderTest consumer, EngineSettings settings, TimeSpan workTakes, CancellationToken cancellationToken) =>
        StartAsync(
            aws,
            consumer.Name,
            queue => new ChildWorker(consumer.Name, aws.Endpoint, queue.Name, queue.Url, settings, workTakes).Start(),
            cancellationToken);

    /// <summary>Starts what is named in a process that the function makes.</summary>
    public static async Task<Contender> StartAsync(
        EmbeddedAws aws, string name, Func<BenchmarkQueue, ChildProcess> start, CancellationToken cancellationToken)
    {
        var queue = await BenchmarkQueue.CreateAsync(aws.Sqs, $"{Guid.NewGuid():n}", Visibility, cancellationToken);
        return new(aws, name, queue, start(queue), cancellationToken);
    }

    /// <summary>Lets it consume so many messages, which are all there when it begins.</summary>
    /// <returns>What the turn took, and the SQS calls that were made meanwhile.</returns>
    public async Task<(Turn Turn, double CallsPer1000)> TurnAsync(int messages)
    {
        await Queue.FillAsync(messages, _cancellationToken);
        var counted = await _aws.CountAsync(_cancellationToken);
        await BeginAsync(messages);
        var turn = await EndAsync();
        return (turn, 1000.0 * await counted.AllAsync(_cancellationToken) / messages);
    }

    /// <summary>Lets it begin to receive, until it has consumed so many.</summary>
    public Task BeginAsync(int messages) => Process.WriteLineAsync(messages.ToString(CultureInfo.InvariantCulture));

    /// <summary>Waits until its turn is over.</summary>
    public async Task<Turn> EndAsync() => Turn.Parse(await Process.ReadLineAsync(_cancellationToken));

    public void Dispose() => Process.Dispose();
}
