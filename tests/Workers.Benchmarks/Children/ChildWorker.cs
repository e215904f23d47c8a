using System.Globalization;
using Amazon.SQS;
using Microsoft.Extensions.Hosting;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Children;

/// <summary>A worker as it is deployed: a process of its own that consumes one queue until SIGTERM, and writes a line at each mark.</summary>
internal sealed record ChildWorker(Uri Endpoint, string Queue, EngineSettings Settings, TimeSpan HandlerTakes, int[] Marks)
{
    public const string Command = "worker";

    /// <summary>Starts it.</summary>
    public ChildProcess Start() => ChildProcess.StartAssembly(
        "Workers.Benchmarks",
        [
            Command,
            Endpoint.ToString(),
            Queue,
            Settings.MaxInFlight.ToString(CultureInfo.InvariantCulture),
            Settings.DrainLimit.ToString(),
            HandlerTakes.ToString(),
            .. Marks.Select(mark => mark.ToString(CultureInfo.InvariantCulture)),
        ]);

    /// <summary>Reads in the child what <see cref="Start"/> told it.</summary>
    public static ChildWorker Parse(string[] words) => new(
        new Uri(words[0]),
        words[1],
        new EngineSettings { MaxInFlight = Number(words[2]), DrainLimit = Time(words[3]) },
        Time(words[4]),
        Array.ConvertAll(words[5..], Number));

    /// <summary>Is it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var handled = 0;
        var handler = new NoOpHandler(HandlerTakes, _ =>
        {
            var now = Interlocked.Increment(ref handled);
            if (Marks.Contains(now))
            {
                Console.WriteLine(Mark.Now(now));
            }
        });
        using var sqs = new AmazonSQSClient(EmbeddedAws.Config(Endpoint));
        using var host = EngineHost.Build(sqs, Queue, handler, Settings);
        await host.RunAsync(cancellationToken);
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string word) => TimeSpan.Parse(word, CultureInfo.InvariantCulture);
}
