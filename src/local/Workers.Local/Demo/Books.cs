using System.Collections.Concurrent;

namespace Workers.Local.Demo;

/// <summary>What the demo knows must come of what it did, whatever order the fleet handles it in.</summary>
internal sealed class Books
{
    private const decimal HighValue = 100m;

    /// <summary>What every template goes to where nothing is configured.</summary>
    private const string Channel = "log";

    private readonly ConcurrentDictionary<string, decimal> _expected = new();

    /// <summary>Every figure that is known, by its name in the report.</summary>
    public IReadOnlyDictionary<string, decimal> Expected => _expected;

    public void Stocked(string productId)
    {
        Add(Figure.StockUpdates);
        Add(Figure.Available(productId), Catalog.StockOf(productId));
        Add(Figure.ReservedUnits(productId), 0);
    }

    public void Restocked(string productId, int units)
    {
        Add(Figure.StockUpdates);
        Add(Figure.Available(productId), units);
    }

    /// <summary>An order that is reserved in full.</summary>
    public void Reserved(DemoOrder order, bool foreign = false)
    {
        Placed(order, foreign);
        Add(Figure.Orders("Reserved"));
        Add(Figure.Reservations);
        Notified("order-confirmed");
        Move(order, units: 1);
    }

    /// <summary>An order that gets nothing.</summary>
    public void Rejected(DemoOrder order)
    {
        Placed(order, foreign: false);
        Add(Figure.Orders("Rejected"));
        Add(Figure.Rejections);
        Notified("order-failed");
    }

    /// <summary>An order that was reserved before, and is given back.</summary>
    public void Released(DemoOrder order)
    {
        Cancelled();
        Add(Figure.Orders("Reserved"), -1);
        Add(Figure.Orders("Released"));
        Add(Figure.Releases);
        Move(order, units: -1);
    }

    /// <summary>An order whose cancellation came first.</summary>
    public void CancelledBefore(DemoOrder order)
    {
        Cancelled();
        Placed(order, foreign: false);
        Add(Figure.Orders("Cancelled"));
    }

    /// <summary>A product that fell to its threshold.</summary>
    public void RanLow()
    {
        Add(Figure.LowStockAlerts);
        Notified("low-stock");
    }

    /// <summary>
    /// A copy of a reserved order's event: three queues get it. Two of the workers publish again what they made of it, in case
    /// they once died before: Inventory Reserved for two queues, and the order's two Notification Sent for one.
    /// </summary>
    public void Repeated() => Add(Figure.Duplicates, 3 + 2 + 2);

    public void Poisoned(string deadLetterQueue, int messages) => Add(Figure.DeadLettered(deadLetterQueue), messages);

    private void Notified(string template)
    {
        Add(Figure.Notifications(template, Channel));
        Add(Figure.NotificationsCounted);
    }

    private void Placed(DemoOrder order, bool foreign)
    {
        Add(Figure.OrdersPlaced);
        Add(Figure.Revenue, order.Amount);
        Notified("order-received");
        if (order.Amount >= HighValue && !foreign)
        {
            Notified("high-value-order");
        }
    }

    private void Cancelled()
    {
        Add(Figure.Cancellations);
        Notified("order-cancelled");
    }

    private void Move(DemoOrder order, int units)
    {
        foreach (var line in order.Lines)
        {
            Add(Figure.Available(line.ProductId), -units * line.Quantity);
            Add(Figure.ReservedUnits(line.ProductId), units * line.Quantity);
        }
    }

    private void Add(string figure, decimal value = 1) => _expected.AddOrUpdate(figure, value, (_, sum) => sum + value);
}
