using Microsoft.Extensions.Hosting;

namespace Workers.Benchmarks.Effects;

/// <summary>Leaves signals alone: they end the benchmark, and no worker drains under it.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
