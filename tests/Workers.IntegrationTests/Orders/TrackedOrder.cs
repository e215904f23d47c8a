using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Workers.Contracts;
using Workers.IntegrationTests.Fleet;
using Workers.Partners;
using Workers.Payments.Providers;

namespace Workers.IntegrationTests.Orders;

/// <summary>
/// An order over two units of a product of its own, of a customer who orders nothing else; and all that the fleet makes of it.
/// </summary>
internal sealed class TrackedOrder(RunningFleet fleet, string orderId, string customerId)
{
    private const int Stock = 10;
    private const int Units = 2;
    private const decimal Amount = 25m;

    public string OrderId => orderId;

    private string ProductId => $"{orderId}-lamp";

    public Task StockAsync() => fleet.StockAsync(ProductId, Stock);

    public Task PlaceAsync(string? shippingAddress = RunningFleet.Address) =>
        fleet.PlaceAsync(orderId, ProductId, Units, Amount, shippingAddress, customerId);

    /// <summary>Has the state machine lead it.</summary>
    public Task PlaceForTheStateMachineAsync(string? shippingAddress = RunningFleet.Address, int units = Units) =>
        fleet.PlaceAsync(orderId, ProductId, units, Amount, shippingAddress, customerId, fulfilment: "orchestrated");

    /// <summary>Tells the orders worker alone of the order, as if the bus had lost it on its way to all others.</summary>
    public Task PlaceWithOrdersAloneAsync() => fleet.SendAsync(Topology.OrdersQueue, Placed());

    /// <summary>Tells the orders worker that the time to be paid is over, as the queue of deadlines does after 15 minutes.</summary>
    public Task PassPaymentDeadlineAsync() => fleet.SendAsync(Topology.OrderDeadlinesQueue, Placed());

    /// <summary>Tells the orders worker that the time to be shipped is over.</summary>
    public async Task PassShippingDeadlineAsync()
    {
        var paid = (await HistoryAsync()).Single(entry => (string?)entry["detail-type"] == "Order Paid");
        await fleet.SendAsync(
            Topology.OrderDeadlinesQueue, EnvelopeOf.Event("ecommerce.orders", "Order Paid", paid["detail"]!.ToJsonString()));
    }

    public Task CancelAsync() => fleet.CancelAsync(orderId, customerId);

    public Task<HttpResponseMessage> TryCancelAsync() => fleet.TryCancelAsync(orderId, customerId);

    public Task BecomesAsync(string status) => fleet.OrderBecomesAsync(orderId, status);

    /// <summary>The order; with a query, as it was.</summary>
    public async Task<JsonObject> ReadAsync(string query = "") => (await fleet.FindAsync($"/orders/{orderId}{query}"))!;

    /// <summary>Every entry of its history, from version 1; none while nothing is on record.</summary>
    public async Task<IReadOnlyList<JsonObject>> HistoryAsync() =>
        [.. (await fleet.FindAsync($"/orders/{orderId}/events"))?["events"]!.AsArray().Select(entry => entry!.AsObject()) ?? []];

    /// <summary>What the orders worker decided, in its order.</summary>
    public Task DecisionsBecomeAsync(params string[] detailTypes) => Eventually.EqualAsync(detailTypes, async () =>
    [
        .. (await HistoryAsync()).Where(entry => (string?)entry["kind"] == "Decided").Select(entry => (string)entry["detail-type"]!),
    ]);

    /// <summary>How many of its entries are of a kind, for example Ignored.</summary>
    public async Task<int> CountAsync(string kind) => (await HistoryAsync()).Count(entry => (string?)entry["kind"] == kind);

    /// <summary>All units are where the order's end leaves them.</summary>
    public Task UnitsAreShippedAsync() => fleet.StockBecomesAsync(ProductId, Stock - Units, reserved: 0, shipped: Units);

    /// <inheritdoc cref="UnitsAreShippedAsync"/>
    public Task UnitsAreAvailableAsync() => fleet.StockBecomesAsync(ProductId, Stock, reserved: 0, shipped: 0);

    /// <summary>What the provider has booked of it, for example <c>Charge 25</c>.</summary>
    public Task MoneyIsAsync(params string[] entries) => Eventually.EqualAsync(entries, () => Task.FromResult<IReadOnlyList<string>>(
    [
        .. fleet.ServicesOf("payments").GetRequiredService<KeyedLedger<LedgerEntry>>().Entries
            .Where(entry => entry.OrderId == orderId)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Kind} {entry.Amount:0}")),
    ]));

    /// <summary>The templates of what people were sent about it, by name.</summary>
    public Task MailsAreAsync(params string[] templates) => Eventually.EqualAsync(templates, () => fleet.NotificationsOfAsync(orderId));

    /// <summary>What its customer's list shows.</summary>
    public Task IsListedAsync(string status) => Eventually.EqualAsync([$"{orderId} {status}"], async () =>
    [
        .. (await fleet.FindAsync($"/customers/{customerId}/orders"))!["orders"]!.AsArray()
            .Select(order => $"{order!["orderId"]} {order["status"]}"),
    ]);

    private string Placed() => EnvelopeOf.Event(
        "ecommerce.orders",
        "Order Placed",
        new JsonObject
        {
            ["orderId"] = orderId,
            ["customerId"] = customerId,
            ["amount"] = Amount,
            ["items"] = new JsonArray(new JsonObject { ["productId"] = ProductId, ["quantity"] = Units }),
            ["shippingAddress"] = RunningFleet.Address,
        }.ToJsonString());
}
