using System.Globalization;
using Workers.Contracts;

namespace Workers.Local.Demo;

/// <summary>What the demo does, act by act. Each act writes into the books what must come of it.</summary>
internal sealed class Trade(ShopClient shop, DemoAws aws, Books books, TimeProvider time)
{
    private const int AtOnce = 16;
    private const int PoisonPerQueue = 2;
    private const int Copies = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Random _random = new(20260115);   // the same trade every time
    private int _orders;

    /// <summary>The acts in their order, with a title each.</summary>
    public IReadOnlyList<(string Title, Func<CancellationToken, Task> Act)> Acts =>
    [
        ("Stocking 10 products", StockAsync),
        ("100 orders that are delivered, half of them led by the state machine, as of those below", SellAsync),
        ("60 orders at once for the last 20 units of two products", SellScarceAsync),
        ("10 orders for a product that does not exist", token => SellAsync(10, Ending.FailedAtReservation, _ => NewOrder(19m, new DemoOrder.Line(Catalog.Unknown, 1)), token)),
        ("10 orders of customers whose card is declined", token => SellAsync(10, Ending.FailedAtPayment, _ => PlentifulOrder(55m) with { CustomerKind = "DECLINED" }, token)),
        ("10 orders to an address that the carrier refuses, 5 to none", SellUndeliverableAsync),
        ("10 orders that are cancelled while they are being charged", CancelWhileChargingAsync),
        ("10 orders that were cancelled before they came", CancelBeforeAsync),
        ("1 order that the warehouse never hears of", LoseAsync),
        ("40 visitors, 10 of whom buy what they looked at", VisitAsync),
        ("4 foreign shapes from other producers", SpeakForeignAsync),
        ("5 customers who register, 4 tickets of which 2 are settled", LookAfterAsync),
        ($"{PoisonPerQueue * Topology.Consumptions.Count()} poison messages", PoisonAsync),
        ("10 events, and then each of them twice more under its event id", RepeatAsync),
    ];

    private async Task StockAsync(CancellationToken cancellationToken)
    {
        foreach (var productId in Catalog.Plentiful.Concat(Catalog.Scarce))
        {
            await shop.StockAsync(productId, Catalog.StockOf(productId), Catalog.Threshold, cancellationToken);
            books.Stocked(productId);
        }

        foreach (var productId in Catalog.Plentiful.Concat(Catalog.Scarce))
        {
            await UntilAsync(() => shop.IsStockedAsync(productId, cancellationToken), cancellationToken);
        }
    }

    private Task SellAsync(CancellationToken cancellationToken) =>
        SellAsync(100, Ending.Completed, index => PlentifulOrder(index % 3 == 0 ? 150m : 29.99m), cancellationToken);

    private Task SellAsync(int count, Ending ending, Func<int, DemoOrder> order, CancellationToken cancellationToken) =>
        PlaceAllAsync([.. Enumerable.Range(0, count).Select(order)], placed => books.Placed(placed, ending), cancellationToken);

    private async Task SellScarceAsync(CancellationToken cancellationToken)
    {
        var orders = Enumerable.Range(0, 60)
            .Select(index => NewOrder(45m, new DemoOrder.Line(Catalog.Scarce[index % 2], 1)))
            .ToList();
        await PlaceAllAsync(orders, _ => { }, cancellationToken);

        // Which of them get a unit is the fleet's business; how many do is not.
        foreach (var contenders in orders.GroupBy(order => order.Lines[0].ProductId))
        {
            contenders.Take(Catalog.ScarceStock).ToList().ForEach(order => books.Placed(order, Ending.Completed));
            contenders.Skip(Catalog.ScarceStock).ToList().ForEach(order => books.Placed(order, Ending.FailedAtReservation));
            books.RanLow(contenders.Key);
        }
    }

    private async Task SellUndeliverableAsync(CancellationToken cancellationToken)
    {
        await SellAsync(10, Ending.FailedAtShipping, _ => PlentifulOrder(80m) with { ShippingAddress = "7 Nowhere Lane" }, cancellationToken);
        await SellAsync(5, Ending.FailedAtShipping, _ => PlentifulOrder(80m) with { ShippingAddress = null }, cancellationToken);
    }

    private Task CancelWhileChargingAsync(CancellationToken cancellationToken) =>
        ForAllAsync([.. Enumerable.Range(0, 10).Select(_ => PlentifulOrder(75m) with { CustomerKind = "SLOW" })], async order =>
        {
            await PlaceAsync(order, cancellationToken);
            await UntilAsync(async () => await shop.StatusOfAsync(order.OrderId, cancellationToken) is "Reserved", cancellationToken);
            await shop.CancelAsync(order, cancellationToken);
            books.Placed(order, Ending.Cancelled);
        });

    private Task CancelBeforeAsync(CancellationToken cancellationToken) =>
        ForAllAsync([.. Enumerable.Range(0, 10).Select(_ => PlentifulOrder(60m))], async order =>
        {
            await shop.CancelAsync(order, cancellationToken);
            await UntilAsync(() => aws.IsOnRecordAsync(order.OrderId, cancellationToken), cancellationToken);
            await PlaceAsync(order, cancellationToken);
            books.Placed(order, Ending.Cancelled);
        });

    private async Task LoseAsync(CancellationToken cancellationToken)
    {
        var order = PlentifulOrder(42m);
        var envelope = DemoEvents.EnvelopeOf(DemoEvents.OrderPlaced(order, time.GetUtcNow()), time.GetUtcNow());
        await aws.SendAsync(Topology.OrdersQueue, envelope, cancellationToken);
        await UntilAsync(async () => await shop.StatusOfAsync(order.OrderId, cancellationToken) is "Placed", cancellationToken);
        await aws.SendAsync(Topology.OrderDeadlinesQueue, envelope, cancellationToken);
        books.Lost(order);
    }

    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        var orders = Enumerable.Range(0, 10).Select(_ => PlentifulOrder(35m)).ToList();
        var entries = orders.ConvertAll(order => DemoEvents.OrderPlaced(order, time.GetUtcNow()));
        await aws.PutEventsAsync(entries, cancellationToken);
        orders.ForEach(order => books.Placed(order, Ending.Completed));

        for (var copy = 0; copy < Copies; copy++)
        {
            // A copy that comes while the first is being mailed waits until that claim would lapse: longer than a demo should last.
            // One that comes while another is being committed is settled with it and publishes nothing: the books could not tell.
            await aws.WaitForQuietAsync(cancellationToken);
            await aws.PutEventsAsync(entries, cancellationToken);
            orders.ForEach(_ => books.Repeated());
        }
    }

    private async Task VisitAsync(CancellationToken cancellationToken)
    {
        const decimal Paid = 19.99m;
        for (var visitor = 0; visitor < 40; visitor++)
        {
            decimal? paid = visitor % 4 == 0 ? Paid : null;
            await aws.PutEventsAsync(DemoEvents.Visit(visitor, paid, time.GetUtcNow()), cancellationToken);
            books.Visited(paid);
        }
    }

    private async Task SpeakForeignAsync(CancellationToken cancellationToken)
    {
        DemoOrder[] orders = [PlentifulOrder(59.98m), PlentifulOrder(240m), NewOrder(70m, new DemoOrder.Line("MOUSE-001", 1), new DemoOrder.Line("DESK-001", 1))];
        await aws.PutEventsAsync(DemoEvents.Foreign(orders[0], orders[1], orders[2], restocked: "BOOK-001", time.GetUtcNow()), cancellationToken);
        foreach (var order in orders)
        {
            books.Placed(order, Ending.FailedAtShipping, foreign: true);   // other producers state no address
        }

        books.Restocked("BOOK-001", DemoEvents.RestockedUnits);
    }

    private async Task LookAfterAsync(CancellationToken cancellationToken)
    {
        for (var customer = 1; customer <= 5; customer++)
        {
            await shop.RegisterAsync($"NEW-{customer}", cancellationToken);
            books.Registered();
        }

        for (var ticket = 1; ticket <= 4; ticket++)
        {
            var (ticketId, isSettled) = ($"TICKET-{ticket}", ticket % 2 == 0);
            await shop.OpenTicketAsync(ticketId, $"NEW-{ticket}", isSettled ? "urgent" : "low", cancellationToken);
            books.Opened(isSettled);
            if (isSettled)
            {
                await UntilAsync(() => shop.ResolveAsync(ticketId, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task PoisonAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in Topology.Queues.Where(queue => queue.Redrive is not null))
        {
            for (var message = 0; message < PoisonPerQueue; message++)
            {
                await aws.SendAsync(queue.Name, "this is no event", cancellationToken);
            }

            books.Poisoned(queue.Redrive!.DeadLetterQueue, PoisonPerQueue);
        }
    }

    private DemoOrder PlentifulOrder(decimal amount) =>
        NewOrder(amount, new DemoOrder.Line(Catalog.Plentiful[_random.Next(Catalog.Plentiful.Count)], _random.Next(1, 4)));

    // Every second one that is placed at the API is led by the state machine. What events bring is choreographed.
    private DemoOrder NewOrder(decimal amount, params IReadOnlyList<DemoOrder.Line> lines) =>
        new(string.Create(CultureInfo.InvariantCulture, $"DEMO-{++_orders:0000}"), amount, lines) { IsOrchestrated = _orders % 2 == 0 };

    private Task PlaceAllAsync(
        IReadOnlyList<DemoOrder> orders,
        Action<DemoOrder> book,
        CancellationToken cancellationToken) =>
        ForAllAsync(orders, async order =>
        {
            await PlaceAsync(order, cancellationToken);
            book(order);
        });

    private async Task PlaceAsync(DemoOrder order, CancellationToken cancellationToken)
    {
        await shop.PlaceAsync(order, cancellationToken);
        if (order.IsOrchestrated)
        {
            books.Orchestrated();
        }
    }

    private static Task ForAllAsync(IReadOnlyList<DemoOrder> orders, Func<DemoOrder, Task> act) =>
        Parallel.ForEachAsync(orders, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (order, _) => await act(order));

    private async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        while (!await condition())
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
