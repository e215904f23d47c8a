using System.Globalization;
using Amazon.SQS;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Children;

/// <summary>
/// A worker as it is deployed: a process of its own that consumes one queue until SIGTERM, and writes a line at each mark. The
/// engine drains then, and writes a last line; the loops that it is compared with are ended by it.
/// </summary>
internal sealed record ChildWorker(
    string Consumer, Uri Endpoint, string Queue, string QueueUrl, EngineSettings Settings, TimeSpan WorkTakes, int[] Marks)
{
    public const string Command = "worker";

    /// <summary>Starts it.</summary>
    public ChildProcess Start() => ChildProcess.StartAssembly(
        "Workers.Benchmarks",
        [
            Command,
            Consumer,
            Endpoint.ToString(),
            Queue,
            QueueUrl,
            Settings.MaxInFlight.ToString(CultureInfo.InvariantCulture),
            Settings.DrainLimit.ToString(),
            WorkTakes.ToString(),
            .. Marks.Select(mark => mark.ToString(CultureInfo.InvariantCulture)),
        ]);

    /// <summary>Reads in the child what <see cref="Start"/> told it.</summary>
    public static ChildWorker Parse(string[] words) => new(
        words[0],
        new Uri(words[1]),
        words[2],
        words[3],
        new EngineSettings { MaxInFlight = Number(words[4]), DrainLimit = Time(words[5]) },
        Time(words[6]),
        Array.ConvertAll(words[7..], Number));

    /// <summary>Is it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = 0;
        var work = new Work(WorkTakes, _ =>
        {
            var now = Interlocked.Increment(ref started);
            if (Marks.Contains(now))
            {
                Console.WriteLine(Mark.Now(now));
            }
        });
        using var sqs = new AmazonSQSClient(EmbeddedAws.Config(Endpoint));
        await ConsumersUnderTest.Named(Consumer).RunAsync(new(sqs, Queue, QueueUrl), work, Settings, cancellationToken);
        Console.WriteLine(Mark.Now(started));
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string word) => TimeSpan.Parse(word, CultureInfo.InvariantCulture);
}
