using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Torture.Trade;

namespace Workers.Torture.Checks;

/// <summary>Customers: each was welcomed once, reminded where nothing was known against it, and has counted every order once.</summary>
internal static class CustomerChecks
{
    /// <summary>Whether the checks here say how often an event must have been emitted.</summary>
    public static bool Covers(ArchivedEvent archived) =>
        archived.DetailType == EventNames.CustomerRegistered.DetailType || archived.DetailType == EventNames.OnboardingStepDue.DetailType;

    public static IEnumerable<Check> Of(Books books, Findings findings)
    {
        var rows = findings.Customers.ToDictionary(row => row[CustomerColumns.CustomerId].S);
        var registered = findings.Archive.Of(EventNames.CustomerRegistered.DetailType).CountBy(told => told.CustomerId!).ToDictionary();
        var steps = findings.Archive.Of(EventNames.OnboardingStepDue.DetailType).CountBy(due => $"{due.CustomerId} {due.Step}").ToDictionary();
        yield return new(
            "every customer who registered was registered and welcomed once, and nobody else",
            [.. books.People.Registered.Keys.Where(id => registered.GetValueOrDefault(id) != 1 || Steps(id, OnboardingStep.Welcome) != 1)
                .Select(id => $"{id}: {registered.GetValueOrDefault(id)} times registered, {Steps(id, OnboardingStep.Welcome)} times welcomed"),
                .. registered.Keys.Except(books.People.Registered.Keys)],
            $"{books.People.Registered.Count} customers");
        var ordered = books.Orders.Values.Where(order => order.PlacedBy.Count > 0).ToLookup(order => order.CustomerId);
        yield return new(
            "a reminder was told once where the row has one; never to whom the table knew an order of; always to who never ordered",
            [.. rows.Keys.Where(id => Steps(id, OnboardingStep.FirstOrder) != (IsReminded(id) ? 1 : 0)
                    || (IsReminded(id) && books.People.Registered.GetValueOrDefault(id, true))
                    || (!IsReminded(id) && books.People.Registered.ContainsKey(id) && !ordered.Contains(id)))
                .Select(id => $"{id}: {Steps(id, OnboardingStep.FirstOrder)} reminders, {(IsReminded(id) ? "one" : "none")} in the row, {ordered[id].Count()} orders")],
            $"{rows.Keys.Count(IsReminded)} reminded");
        var completed = findings.Orders.Values.Where(order => order.Status is OrderStatus.Completed).ToLookup(order => order.CustomerId!);
        yield return new(
            "every customer's orders, placed and completed, are counted to the unit and the cent",
            [.. rows.Keys.Union(ordered.Select(orders => orders.Key)).Where(id => Counted(id) != (
                    ordered[id].Count(), ordered[id].Sum(order => order.Amount), completed[id].Count(), completed[id].Sum(order => order.Amount)))
                .Select(id => $"{id}: {Counted(id)}, placed {ordered[id].Count()}, completed {completed[id].Count()}")],
            $"{rows.Count} profiles");

        int Steps(string customerId, OnboardingStep step) => steps.GetValueOrDefault($"{customerId} {step}");

        bool IsReminded(string customerId) => rows[customerId].ContainsKey(CustomerColumns.RemindedAt);

        (decimal, decimal, decimal, decimal) Counted(string customerId)
        {
            var row = rows.GetValueOrDefault(customerId) ?? new Dictionary<string, AttributeValue>();
            return (
                Findings.Number(row, CustomerColumns.OrdersPlaced),
                Findings.Number(row, CustomerColumns.PlacedValue),
                Findings.Number(row, CustomerColumns.OrdersCompleted),
                Findings.Number(row, CustomerColumns.CompletedValue));
        }
    }
}
