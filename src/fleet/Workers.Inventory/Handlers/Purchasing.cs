using Microsoft.Extensions.Options;
using Workers.Contracts.Ranges;
using Workers.Effects.Decisions;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>Decides how many units are bought, and what becomes of a product's purchase order when units arrive or are counted.</summary>
internal sealed class Purchasing(IOptions<PurchasingOptions> options)
{
    /// <summary>How many units fill a product up to its target.</summary>
    public int QuantityFor(long available, long threshold) =>
        (int)Math.Clamp((Math.Max(threshold, 1) * options.Value.TargetFactor) - available, 1, Limits.Stock);

    /// <summary>
    /// What units that arrive do to a product's purchase order: they close an open one and, where the product is low still, raise the next.
    /// Where none is open, the write only checks that none has been raised meanwhile: whoever raises one must know of these units.
    /// </summary>
    /// <param name="product">The product, with the units, the name and the threshold that it has now.</param>
    /// <param name="last">Its latest purchase order; null where there was none.</param>
    /// <param name="received">The units that arrived.</param>
    /// <param name="at">When.</param>
    public (IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits) Arrive(
        Product product, PurchaseOrder? last, int received, DateTimeOffset at)
    {
        if (last is not { IsOpen: true } || !product.IsLow)
        {
            return Close(product, last, received, at);
        }

        var next = last.Next(QuantityFor(product.Available, product.Threshold));
        return ([last.ReplaceBy(next, at)], [new(last.Closed(received, at), last.Id), new(next.Raised(product.Name, at), next.Id)]);
    }

    /// <summary>What a count does to it: it closes an open one where there is enough, and else leaves it open.</summary>
    /// <param name="product">The product, as it was counted.</param>
    /// <param name="last">Its latest purchase order; null where there was none.</param>
    /// <param name="at">When.</param>
    public static (IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits) Count(Product product, PurchaseOrder? last, DateTimeOffset at) =>
        product.IsLow ? ([], []) : Close(product, last, received: null, at);

    private static (IReadOnlyList<Write> Writes, IReadOnlyList<Emission> Emits) Close(
        Product product, PurchaseOrder? last, int? received, DateTimeOffset at) =>
        last is { IsOpen: true }
            ? ([last.Close(at)], [new(last.Closed(received, at), last.Id)])
            : ([PurchaseOrder.StillNoneOpen(product.ProductId, last)], []);
}
