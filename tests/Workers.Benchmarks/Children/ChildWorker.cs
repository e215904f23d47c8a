using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Children;

/// <summary>
/// A consumer in a process of its own, as a worker is deployed. It reads from its standard input how many messages its next turn has,
/// receives until they are deleted, and answers with what the turn took. It ends at SIGTERM, and with the process that started it.
/// </summary>
internal sealed record ChildWorker(
    string Consumer, Uri Endpoint, string Queue, string QueueUrl, EngineSettings Settings, TimeSpan WorkTakes)
{
    public const string Command = "worker";

    /// <summary>Starts it.</summary>
    public ChildProcess Start() => ChildProcess.StartAssembly(
        "Workers.Benchmarks", [Command, JsonSerializer.Serialize(this, ChildJson.Default.ChildWorker)]);

    /// <summary>Reads in the child what <see cref="Start"/> told it.</summary>
    public static ChildWorker Parse(string json) => JsonSerializer.Deserialize(json, ChildJson.Default.ChildWorker)!;

    /// <summary>Is it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var sqs = new WatchedSqs(EmbeddedAws.Config(Endpoint));
        sqs.Close();
        var consuming = ConsumersUnderTest.Named(Consumer).RunAsync(
            new(sqs, Queue, QueueUrl), new Work(WorkTakes, static _ => { }), Settings, cancellationToken);
        await await Task.WhenAny(consuming, TakeTurnsAsync(sqs));
    }

    private static async Task TakeTurnsAsync(WatchedSqs sqs)
    {
        using var turns = new StreamReader(Console.OpenStandardInput());
        while (await turns.ReadLineAsync(CancellationToken.None) is { } messages)
        {
            Console.WriteLine(await TakeTurnAsync(sqs, int.Parse(messages, CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Time is taken while the queue is deep: not of the first tenth, in which receive loops grow, nor of the last.</summary>
    private static async Task<Turn> TakeTurnAsync(WatchedSqs sqs, int messages)
    {
        var (before, tenth) = (sqs.Deleted, messages / 10);
        sqs.Open();
        await sqs.WhenDeletedAsync(before + tenth);
        var early = Moment.Of(sqs);
        await sqs.WhenDeletedAsync(before + messages - tenth);
        var late = Moment.Of(sqs);
        await sqs.WhenDeletedAsync(before + messages);
        var cpu = Environment.CpuUsage.TotalTime;
        await sqs.CloseAsync();
        return new(
            late.Deleted - early.Deleted,
            TimeProvider.System.GetElapsedTime(early.Timestamp, late.Timestamp).TotalSeconds,
            (late.Cpu - early.Cpu).TotalMicroseconds,
            cpu.TotalMicroseconds);
    }

    private readonly record struct Moment(long Deleted, long Timestamp, TimeSpan Cpu)
    {
        public static Moment Of(WatchedSqs sqs) => new(sqs.Deleted, TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
    }
}

/// <summary>What a turn took, as its consumer says when it is over and no receive is open.</summary>
/// <param name="Messages">How many messages were deleted while time was taken.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="CpuMicroseconds">The processor time of it.</param>
/// <param name="CpuSinceStart">All processor time of the process, in microseconds: its start and former turns included.</param>
internal sealed record Turn(long Messages, double Seconds, double CpuMicroseconds, double CpuSinceStart)
{
    [JsonIgnore]
    public double Rate => Messages / Seconds;

    [JsonIgnore]
    public double CpuPerMessage => CpuMicroseconds / Messages;

    public static Turn Parse(string line) => JsonSerializer.Deserialize(line, ChildJson.Default.Turn)!;

    public override string ToString() => JsonSerializer.Serialize(this, ChildJson.Default.Turn);
}

/// <summary>How a child is told what to do, and how it answers; the peer's process answers so too.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChildWorker))]
[JsonSerializable(typeof(Turn))]
internal sealed partial class ChildJson : JsonSerializerContext;
