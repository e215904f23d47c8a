using System.Diagnostics;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Figures;
using Workers.Contracts;

namespace Workers.Benchmarks.Saga;

/// <summary>An order comes when nothing is left to do for the one before.</summary>
internal sealed class LightSaga(EmbeddedAws aws)
{
    private const int WarmUp = 5;

    public async Task<Run> RunAsync(SagaDesign design, int orders, CancellationToken cancellationToken)
    {
        Console.Error.Write($"light load, {design.Name}, {orders} orders … ");
        await using var fleet = await SagaFleet.CreateAsync(aws, design, cancellationToken);
        await fleet.StartAsync(cancellationToken);
        List<double> hops = [];
        List<double> ways = [];
        for (var number = 0; number < WarmUp + orders; number++)
        {
            var order = SagaOrder.Of(number, TimeProvider.System.GetUtcNow());
            await fleet.PlaceAsync([order], cancellationToken);
            var placed = Stopwatch.GetTimestamp();
            await fleet.WhenDoneAsync(number + 1, cancellationToken);
            if (number >= WarmUp)
            {
                hops.Add(Since(placed, EventNames.InventoryReserved.DetailType, order.OrderId));
                ways.Add(Since(placed, EventNames.OrderCompleted.DetailType, order.OrderId));
            }

            foreach (var deadline in SagaOrder.Deadlines(number, order.Timestamp!.Value))
            {
                await fleet.PassDeadlinesAsync([deadline], cancellationToken);
            }
        }

        var costs = await fleet.CostsAsync(WarmUp + orders, cancellationToken);
        Console.Error.WriteLine($"{costs.PerOrder("dynamodb"):0.0} requests and {Statistics.Median(ways):0} ms each");
        return new(costs, hops, ways);

        double Since(long placed, string detailType, string orderId) =>
            Stopwatch.GetElapsedTime(placed, fleet.Seen.TimeOf(detailType, orderId)).TotalMilliseconds;
    }

    /// <summary>What it took.</summary>
    /// <param name="Costs">The requests.</param>
    /// <param name="Hops">The milliseconds of each order from Order Placed on the bus to Inventory Reserved on the bus.</param>
    /// <param name="Ways">The same to Order Completed.</param>
    public sealed record Run(SagaCosts Costs, IReadOnlyList<double> Hops, IReadOnlyList<double> Ways);
}
