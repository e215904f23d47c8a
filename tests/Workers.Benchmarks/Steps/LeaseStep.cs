using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>Handlers that end a good while before half of the visibility timeout has passed.</summary>
internal sealed class LeaseStep : IStep
{
    private const int Messages = 300;

    private static readonly Figure Extensions = new("extend calls, 300 handlers of 2 s, visibility 30 s", Goal.AtMost(0));

    public string Name => "leases";

    public IReadOnlyList<Figure> Rows { get; } = [Extensions];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        using var worker = await Contender.StartAsync(
            aws, ConsumersUnderTest.Engine, new EngineSettings(), workTakes: TimeSpan.FromSeconds(2), cancellationToken);
        await worker.Queue.FillAsync(Messages, cancellationToken);
        var counted = await aws.CountAsync(cancellationToken);
        await worker.BeginAsync(Messages);
        await worker.EndAsync();
        return [Extensions with { Ours = await counted.ExtensionsAsync(cancellationToken) }];
    }
}
