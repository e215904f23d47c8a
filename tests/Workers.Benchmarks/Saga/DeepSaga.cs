using System.Diagnostics;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Saga;

/// <summary>All orders are placed before the workers start, so that every queue is as deep as a saga allows.</summary>
internal sealed class DeepSaga(EmbeddedAws aws)
{
    public async Task<Run> RunAsync(SagaDesign design, int orders, CancellationToken cancellationToken)
    {
        Console.Error.Write($"deep queues, {design.Name}, {orders} orders … ");
        await using var fleet = await SagaFleet.CreateAsync(aws, design, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        await fleet.PlaceAsync(Enumerable.Range(0, orders).Select(number => SagaOrder.Of(number, now)), cancellationToken);

        var clock = Stopwatch.StartNew();
        await fleet.StartAsync(cancellationToken);
        await fleet.WhenDoneAsync(orders, cancellationToken);
        var rate = orders / clock.Elapsed.TotalSeconds;
        await fleet.PassDeadlinesAsync(
            Enumerable.Range(0, orders).SelectMany(number => SagaOrder.Deadlines(number, now)), cancellationToken);

        var costs = await fleet.CostsAsync(orders, cancellationToken);
        Console.Error.WriteLine($"{costs.PerOrder("dynamodb"):0.0} requests each, {rate:0} orders a second");
        return new(costs, rate);
    }

    /// <summary>What it took.</summary>
    /// <param name="Costs">The requests.</param>
    /// <param name="Rate">Orders per second, from the workers' start until the last of them had nothing left to do.</param>
    public sealed record Run(SagaCosts Costs, double Rate);
}
