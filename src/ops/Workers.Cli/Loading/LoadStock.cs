using System.Globalization;
using Workers.Cli.Running;
using Workers.Events.Publishing;

namespace Workers.Cli.Loading;

/// <summary>Sees to it that there is stock for every order before the first is placed; else the first ones would be rejected.</summary>
internal sealed class LoadStock(OrderSource source, IEventPublisher publisher, RowReader available, LoadPlan plan, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <exception cref="CommandFailedException">No worker has taken the stock in: orders would only pile up.</exception>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var before = await UnitsAsync(cancellationToken);
        await publisher.PublishAsync([.. source.Restocks().Select(source.Compose)], cancellationToken);

        var begun = time.GetTimestamp();
        while (!IsFilled(before, await UnitsAsync(cancellationToken)))
        {
            if (time.GetElapsedTime(begun) > plan.Patience)
            {
                throw new CommandFailedException(
                    $"The restocks were not taken in within {plan.Patience.TotalSeconds:0} s, so no order was placed: is the inventory worker running?");
            }

            await Task.Delay(LookEvery, time, cancellationToken);
        }
    }

    private bool IsFilled(IReadOnlyDictionary<string, decimal> before, IReadOnlyDictionary<string, decimal> now) =>
        source.Restocks().All(restock => now.GetValueOrDefault(restock.ProductId) >= before.GetValueOrDefault(restock.ProductId) + restock.Restock);

    private async Task<IReadOnlyDictionary<string, decimal>> UnitsAsync(CancellationToken cancellationToken)
    {
        var rows = await available.ReadAsync(source.Restocks().Select(restock => restock.ProductId), cancellationToken);
        return rows.ToDictionary(row => row.Key, row => decimal.Parse(row.Value.N, CultureInfo.InvariantCulture));
    }
}
