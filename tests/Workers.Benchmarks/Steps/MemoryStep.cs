using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>
/// A worker process that has consumed ten times as much, or fifty times: it must not have grown. It is looked at when it rests: right
/// after the early messages the runtime has yet to compile what they have made hot, and what that takes depends on the time, not on
/// the messages.
/// </summary>
internal sealed class MemoryStep(int late) : IStep
{
    private const int Early = 20_000;

    /// <summary>Of a core: a worker that uses less from one look to the next rests.</summary>
    private const double Rest = 0.05;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Figure _growth = new(
        $"resident memory at rest after {Figure.Text(late)} messages against {Figure.Text(Early)}", Goal.AtMost(1.10));

    public string Name => "memory";

    public IReadOnlyList<Figure> Rows => [_growth];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var worker = await Contender.StartAsync(
            aws, ConsumersUnderTest.Engine, new EngineSettings(), TimeSpan.Zero, cancellationToken);
        var early = await ConsumeAsync(Early);
        return [_growth with { Ours = await ConsumeAsync(late - Early) / early }];

        async Task<double> ConsumeAsync(int messages)
        {
            await worker.BeginAsync(messages);
            await worker.Queue.FillAsync(messages, cancellationToken);
            await worker.EndAsync();
            await RestAsync(worker.Process, cancellationToken);
            return worker.Process.ResidentBytes;
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
}
