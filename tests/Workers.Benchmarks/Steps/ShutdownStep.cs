using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>A worker gets SIGTERM in the middle of 1,000 handlers, while as many messages wait. None is handled to its end.</summary>
internal sealed class ShutdownStep : IStep
{
    private const int InFlight = 1000;
    private const int Messages = 2 * InFlight;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Shorter than it ships, and than the handlers: they are interrupted, which is the harder case.</summary>
    private static readonly EngineSettings Settings = new() { MaxInFlight = InFlight, DrainLimit = TimeSpan.FromSeconds(5) };

    private static readonly Figure Invisible = new("invisible or lost right after SIGTERM with 1,000 of 2,000 in flight", Goal.AtMost(0));

    public string Name => "shutdown";

    public IReadOnlyList<Figure> Rows { get; } = [Invisible];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var worker = await Contender.StartAsync(
            aws, ConsumersUnderTest.Engine, Settings, workTakes: TimeSpan.FromMinutes(1), cancellationToken);
        await worker.Queue.FillAsync(Messages, cancellationToken);
        await worker.BeginAsync(Messages);
        while (await worker.Queue.InvisibleAsync(cancellationToken) < InFlight)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }

        await worker.Process.TerminateAsync(cancellationToken);
        return [Invisible with { Ours = Messages - await worker.Queue.VisibleAsync(cancellationToken) }];
    }
}
