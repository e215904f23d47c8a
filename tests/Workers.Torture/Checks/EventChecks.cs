using Workers.Contracts;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Group 2: what is on the bus is what the final states call for.</summary>
internal static class EventChecks
{
    public static IEnumerable<Check> Of(Books books, Findings findings, Expectations expected, Catalog catalog)
    {
        var events = findings.Archive.Events;
        HashSet<string> putIn =
        [
            .. books.Orders.Values.SelectMany(order => order.PlacedBy), .. books.StockUpdates.Keys, .. books.PoisonEvents,
            .. books.Orders.Values.Select(order => order.CancelledBy).OfType<string>(), .. books.Acts.Keys, .. books.People.EventIds,
        ];
        yield return new(
            "every event that was put in reached the bus", [.. putIn.Where(id => !events.ContainsKey(id))], $"{putIn.Count} events");
        var emitted = events.Values.Where(archived => !putIn.Contains(archived.EventId) && !expected.Decided.Contains(archived.EventId)
                && !CustomerChecks.Covers(archived) && !TicketChecks.Covers(archived) && !WorkflowChecks.Covers(archived))
            .ToLookup(archived => (archived.DetailType, archived.About));
        yield return new(
            "no emitted event is lost",
            [.. expected.Decided.Where(id => !events.ContainsKey(id)),
                .. expected.Events.Where(wanted => emitted[wanted.Key].Count() < wanted.Value.Least).Select(wanted => $"{wanted.Key}")],
            $"{expected.Decided.Count + expected.Events.Count} events");
        yield return new(
            "no effect emitted an event that the final states do not call for",
            [.. emitted.Where(found => found.Count() > expected.Events.GetValueOrDefault(found.Key).Most)
                .Select(found => $"{found.Key}: {found.Count()}, not {expected.Events.GetValueOrDefault(found.Key).Most}")],
            $"{findings.Archive.Entries} entries");
        yield return new(
            "an emitted event says the same each time it is published",
            [.. events.Values.Where(archived => archived.Varies && !putIn.Contains(archived.EventId)).Select(archived => archived.EventId)],
            $"{events.Values.Count(archived => archived.Times > 1)} published more than once");

        var alerts = findings.Archive.Of(EventNames.LowStockAlert.DetailType).ToLookup(alert => alert.ProductId);
        var givenBack = findings.Reservations.Values.Where(row => row.State == "Released").SelectMany(row => row.Lines.Keys).ToHashSet();
        var falling = catalog.In(Band.Steady).Where(product => !givenBack.Contains(product.ProductId)).ToList();
        yield return new(
            "a product whose stock only fell alerted once if it ended low, else never",
            [.. falling
                .Where(product => alerts[product.ProductId].Count() != (IsLow(product, findings) ? 1 : 0))
                .Select(product => $"{product.ProductId}: {alerts[product.ProductId].Count()}, at {findings.Stock.GetValueOrDefault(product.ProductId)}")],
            $"{falling.Count(product => IsLow(product, findings))} of {falling.Count} low");
        var others = catalog.In(Band.Busy).Concat(catalog.In(Band.Steady)).Except(falling).ToList();
        yield return new(
            "another product alerted at least once if it ended low",
            [.. others.Where(product => IsLow(product, findings) && !alerts[product.ProductId].Any()).Select(product => product.ProductId)],
            $"{others.Count(product => IsLow(product, findings))} of {others.Count} low");
    }

    private static bool IsLow(Product product, Findings findings) =>
        findings.Stock.TryGetValue(product.ProductId, out var row) && row.Available <= product.Threshold;
}
