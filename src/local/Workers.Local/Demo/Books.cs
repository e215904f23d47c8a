using System.Collections.Concurrent;

namespace Workers.Local.Demo;

/// <summary>
/// What the demo knows must come of what it did, whatever order the fleet handles it in. Where a race decides, such as whether a
/// cancelled order was reserved first, the figure is one that does not depend on it.
/// </summary>
internal sealed class Books
{
    private const decimal HighValue = 100m;

    /// <summary>What every template goes to where nothing is configured.</summary>
    public const string Channel = "log";

    private readonly ConcurrentDictionary<string, decimal> _expected = new();

    /// <summary>Every figure that is known, by its name in the report.</summary>
    public IReadOnlyDictionary<string, decimal> Expected => _expected;

    public void Stocked(string productId)
    {
        Add(Figure.StockUpdates);
        Add(Figure.Available(productId), Catalog.StockOf(productId));
    }

    public void Restocked(string productId, int units)
    {
        Add(Figure.StockUpdates);
        Add(Figure.Available(productId), units);
    }

    /// <summary>An order that was placed by an event on the bus, and how it must end.</summary>
    public void Placed(DemoOrder order, Ending ending, bool foreign = false)
    {
        Add(Figure.OrdersPlaced);
        Add(Figure.Revenue, order.Amount);
        Notified("order-received");
        if (order.Amount >= HighValue && !foreign)
        {
            Notified("high-value-order");
        }

        Ends(order, ending);
    }

    /// <summary>An order that was placed to be led by the state machine.</summary>
    public void Orchestrated() => Add(Figure.ExecutionsEnded);

    /// <summary>An order that only the orders worker has heard of, until its time was over.</summary>
    public void Lost(DemoOrder order) => Ends(order, Ending.FailedAtDeadline);

    /// <summary>A product that fell to its threshold, and of which more is to be bought.</summary>
    public void RanLow(string productId)
    {
        Add(Figure.LowStockAlerts);
        Notified("low-stock");
        Add(Figure.ToBuy(productId));
        Notified("purchase-order");
    }

    /// <summary>A visitor who looked at something and, where they paid for it, bought it soon after.</summary>
    public void Visited(decimal? paid)
    {
        Add(Figure.Visitors);
        Add(Figure.Visits);
        if (paid is { } value)
        {
            Add(Figure.Visits);
            Add(Figure.Conversions);
            Add(Figure.ConversionValue, value);
        }
    }

    public void Registered()
    {
        Add(Figure.Registered);
        Notified("welcome");
    }

    public void Opened(bool settled)
    {
        Add(Figure.Tickets(settled ? "Resolved" : "Open"));
        Notified("ticket-assigned");
        Notified("ticket-received");
        if (settled)
        {
            Notified("ticket-resolved");
        }
    }

    /// <summary>
    /// A copy of an order's event: six queues get it at once. Three of the workers publish again what they made of it, in case they once
    /// died before: Inventory Reserved for five queues, Order Recorded for two, and the order's Notification Sent for two.
    /// </summary>
    public void Repeated() => Add(Figure.Duplicates, 6 + 5 + 2 + 2);

    public void Poisoned(string deadLetterQueue, int messages) => Add(Figure.DeadLettered(deadLetterQueue), messages);

    private void Ends(DemoOrder order, Ending ending)
    {
        Add(Figure.Orders(ending));
        Add(Figure.Histories);
        Add(Figure.AuditedOrders);
        if (ending is Ending.Cancelled)
        {
            Add(Figure.Cancellations);
            Notified("order-cancelled");
            return;
        }

        if (ending is Ending.Completed or Ending.FailedAtShipping)
        {
            Add(Figure.Paid);
            Notified("order-paid");
        }

        if (ending is Ending.FailedAtReservation)
        {
            Add(Figure.Rejections);
        }

        if (ending is Ending.Completed)
        {
            Complete(order);
        }
        else
        {
            Notified("order-failed");
        }
    }

    private void Complete(DemoOrder order)
    {
        Add(Figure.Completed);
        Add(Figure.Reservations);
        Add(Figure.MoneyKept, order.Amount);
        Add(Figure.Shipments);
        Notified("order-shipped");
        foreach (var line in order.Lines)
        {
            Add(Figure.Available(line.ProductId), -line.Quantity);
            Add(Figure.ShippedUnits(line.ProductId), line.Quantity);
        }
    }

    private void Notified(string template) => Add(Figure.Notifications(template, Channel));

    private void Add(string figure, decimal value = 1) => _expected.AddOrUpdate(figure, value, (_, sum) => sum + value);
}
