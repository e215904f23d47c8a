using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Costs;

/// <summary>
/// An order of each kind, one after the other: of two products, from the call that places it until the last of its deadlines is over.
/// They run on an embedded AWS of their own, whatever the suite runs on.
/// </summary>
public sealed class BilledOrders(AwsEndpoint endpoint) : IAsyncLifetime
{
    private const int Stock = 100;
    private static readonly string[] Products = ["LAMP", "DESK"];

    private readonly Dictionary<string, IReadOnlyList<(string What, Cost Cost)>> _bills = [];

    /// <summary>What an order of each kind cost.</summary>
    internal IReadOnlyDictionary<string, Cost> Orders =>
        _bills.ToDictionary(bill => bill.Key, bill => bill.Value.Aggregate(default(Cost), (sum, item) => sum + item.Cost));

    /// <summary>What each request to the API and each queue's message of an event cost at most, alone.</summary>
    internal IReadOnlyDictionary<string, Cost> Messages => _bills.Values.SelectMany(bill => bill)
        .GroupBy(item => item.What, item => item.Cost)
        .ToDictionary(costs => costs.Key, costs => costs.Aggregate(Cost.Max));

    /// <summary>The write units that the handlers told of meanwhile.</summary>
    internal double ToldWriteUnits { get; private set; }

    /// <summary>The write units of all messages; the API has no handlers.</summary>
    internal double HandlersWriteUnits => _bills.Values.SelectMany(bill => bill)
        .Where(item => !item.What.StartsWith(BilledFleet.Api, StringComparison.Ordinal))
        .Sum(item => item.Cost.WriteUnits);

    public async ValueTask InitializeAsync()
    {
        if (endpoint.IsMoto)
        {
            return;   // the specs are skipped there
        }

        var cancellationToken = TestContext.Current.CancellationToken;
        await using var fleet = await BilledFleet.StartAsync(cancellationToken);
        foreach (var product in Products)
        {
            var stock = new { currentStock = Stock, threshold = 0 };
            await fleet.SendAsync(HttpMethod.Put, "/inventory/{id}", $"/inventory/{product}", stock, cancellationToken);
        }

        await fleet.RunAsync(last: null, cancellationToken);
        fleet.Bill.Take();
        var before = fleet.ToldWriteUnits;
        _bills["delivered"] = await BillAsync(fleet, new("ORD-1", IsDelivered: true), cancellationToken);
        _bills["delivered, led by the state machine"] =
            await BillAsync(fleet, new("ORD-2", IsDelivered: true, IsOrchestrated: true), cancellationToken);
        _bills["payment declined"] = await BillAsync(fleet, new("ORD-3", Customer: "DECLINED-1"), cancellationToken);
        _bills["payment declined, led by the state machine"] =
            await BillAsync(fleet, new("ORD-4", Customer: "DECLINED-2", IsOrchestrated: true), cancellationToken);
        _bills["out of stock"] = await BillAsync(fleet, new("ORD-5", Quantity: Stock + 1), cancellationToken);
        _bills["no carrier, paid back"] = await BillAsync(fleet, new("ORD-6", Address: "7 Nowhere Lane"), cancellationToken);
        _bills["cancelled when reserved, paid back"] =
            await BillAsync(fleet, new("ORD-7", CancelledAfter: "orders: Inventory Reserved"), cancellationToken);
        ToldWriteUnits = fleet.ToldWriteUnits - before;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyList<(string What, Cost Cost)>> BillAsync(
        BilledFleet fleet, BilledOrder order, CancellationToken cancellationToken)
    {
        await fleet.SendAsync(HttpMethod.Post, "/orders", "/orders", order.Body, cancellationToken);
        await fleet.RunAsync(order.CancelledAfter, cancellationToken);
        if (order.CancelledAfter is not null)
        {
            var caller = new { customerId = order.Customer };
            await fleet.SendAsync(HttpMethod.Post, "/orders/{id}/cancel", $"/orders/{order.Id}/cancel", caller, cancellationToken);
            await fleet.RunAsync(last: null, cancellationToken);
        }

        if (order.IsDelivered)
        {
            var path = $"/shipments/{DerivedId.OfShipment(order.Id)}/delivered";
            await fleet.SendAsync(HttpMethod.Post, "/shipments/{id}/delivered", path, body: null, cancellationToken);
            await fleet.RunAsync(last: null, cancellationToken);
        }

        fleet.PassDeadlines();
        await fleet.RunAsync(last: null, cancellationToken);
        return fleet.Bill.Take();
    }

    /// <summary>An order, and what becomes of it.</summary>
    private sealed record BilledOrder(
        string Id,
        string Customer = "CUST-1",
        int Quantity = 3,
        string Address = "5 Harbour Road, Seattle",
        bool IsOrchestrated = false,
        string? CancelledAfter = null,
        bool IsDelivered = false)
    {
        public object Body => new
        {
            orderId = Id,
            customerId = Customer,
            amount = 60m,
            items = Products.Select(productId => new { productId, quantity = Quantity }),
            shippingAddress = Address,
            fulfilment = IsOrchestrated ? "orchestrated" : "choreographed",
        };
    }
}
