using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>What was bought; that each purchase order was raised once and closed once is among the events' checks.</summary>
internal static class PurchasingChecks
{
    public static IEnumerable<Check> Of(Findings findings, Catalog catalog)
    {
        var low = catalog.Stocked.Where(product =>
            findings.Stock.TryGetValue(product.ProductId, out var units) && units.Available <= product.Threshold).ToList();
        yield return new(
            "more is to be bought of every product that ended low",
            [.. low.Where(product => findings.PurchaseOrders.GetValueOrDefault(product.ProductId).State != "Open")
                .Select(product => $"{product.ProductId}: {findings.PurchaseOrders.GetValueOrDefault(product.ProductId)}")],
            $"{low.Count} low, {findings.PurchaseOrders.Values.Sum(last => last.Number)} purchase orders");
        yield return new(
            "a purchase order was closed only where units arrived",
            [.. findings.PurchaseOrders
                .Where(last => (last.Value.Number > 1 || last.Value.State == "Closed") && !catalog.In(Band.Busy).Any(product => product.ProductId == last.Key))
                .Select(last => $"{last.Key}: {last.Value}")],
            $"{findings.PurchaseOrders.Values.Sum(last => last.Number - (last.State == "Open" ? 1 : 0))} closed");
    }
}
