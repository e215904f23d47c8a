using System.Globalization;
using Workers.Contracts;
using Workers.Torture.Aws;

namespace Workers.Torture.Trade;

/// <summary>
/// One of those who trade side by side: orders, some cancelled before, at once or after a while, some sent twice, restocks,
/// poison. What it does follows from the seed; when, from the machine.
/// </summary>
internal sealed class Trader(int index, int seed, Catalog catalog, Shop shop, TortureAws aws, Books books, Pace pace)
{
    private static readonly string[] Types = [Act.View, Act.Click, Act.Purchase, Act.Purchase, Act.Other];
    private static readonly string[] Currencies = ["USD", "EUR", "CHF"];

    // On one day, whenever the run is, and in the past.
    private static readonly DateTimeOffset Visits = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(unchecked((seed * 17) + index));
    private readonly Queue<Func<CancellationToken, Task>> _later = [];
    private int _deals;

    /// <summary>Trades until told to stop, and then finishes what it began.</summary>
    public async Task RunAsync(CancellationToken closing, CancellationToken cancellationToken)
    {
        while (!closing.IsCancellationRequested)
        {
            await pace.WaitAsync(closing);
            await DealAsync(cancellationToken);
            if (_later.Count > 20)
            {
                await _later.Dequeue()(cancellationToken);
            }
        }

        while (_later.TryDequeue(out var deal))
        {
            await deal(cancellationToken);
        }
    }

    private async Task DealAsync(CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{index}-{++_deals:00000}");
        switch (_random.Next(100))
        {
            case < 6:
                await RestockAsync(id, cancellationToken);
                break;
            case < 7:
                await PoisonQueueAsync(id, cancellationToken);
                break;
            case < 8:
                await PoisonBusAsync(id, cancellationToken);
                break;
            case < 16:
                await VisitAsync(id, cancellationToken);
                break;
            case < 24:
                foreach (var later in await People.DealAsync(id, cancellationToken))
                {
                    _later.Enqueue(later);
                }

                break;
            default:
                await OrderAsync(id, cancellationToken);
                break;
        }
    }

    private PeopleTrader People => field ??= new(_random, shop, aws, books.People, OrderOfAsync);

    private async Task OrderOfAsync(string id, string customerId, CancellationToken cancellationToken)
    {
        var order = Draw(id) with { CustomerId = customerId, IsOrchestrated = false };   // a customer who has not ordered in time is reminded
        books.Placed(order, await shop.PlaceAsync(order, $"order-{id}", cancellationToken));
    }

    private async Task OrderAsync(string id, CancellationToken cancellationToken)
    {
        var order = Draw(id);
        var cancels = order.Band is Band.Busy or Band.Plentiful ? _random.Next(100) : 100;
        if (cancels < 6)
        {
            await CancelAsync(order, cancellationToken);
        }

        var key = $"order-{id}";
        books.Placed(order, await shop.PlaceAsync(order, key, cancellationToken));
        if (cancels is >= 6 and < 14)
        {
            await CancelAsync(order, cancellationToken);
        }
        else if (cancels is >= 14 and < 26)
        {
            _later.Enqueue(token => CancelAsync(order, token));
        }

        switch (_random.Next(100))
        {
            case < 5:   // the same event once more
                _later.Enqueue(token => shop.PlaceAsync(order, key, token));
                break;
            case < 8:   // another event of the same order
                _later.Enqueue(async token => books.Placed(order, await shop.PlaceAsync(order, $"{key}-again", token)));
                break;
        }
    }

    private async Task CancelAsync(Order order, CancellationToken cancellationToken)
    {
        if (await shop.CancelAsync(order, cancellationToken) is { } eventId)
        {
            books.Cancelled(order, eventId);
        }
    }

    private async Task RestockAsync(string id, CancellationToken cancellationToken)
    {
        var (productId, units, key) = (Pick(Band.Busy), 1 + _random.Next(20), $"restock-{id}");
        books.Stocked(productId, units, await shop.RestockAsync(productId, units, key, cancellationToken));
        if (_random.Next(4) == 0)
        {
            _later.Enqueue(token => shop.RestockAsync(productId, units, key, token));
        }
    }

    /// <summary>Acts of a session that all traders visit at about the same time; some lie so far apart that they convert nothing.</summary>
    private async Task VisitAsync(string id, CancellationToken cancellationToken)
    {
        var visit = _deals / 10;
        for (var number = 0; number < 3; number++)
        {
            var (type, at) = (Types[_random.Next(Types.Length)], Visits.AddMinutes(_random.Next(90)));
            var act = new Act(type, $"VISITOR-{visit % 7}", $"VISIT-{visit}", at);
            if (type is Act.Purchase)
            {
                act = act with { OrderValue = _random.Next(10_000) / 100m, Currency = Currencies[_random.Next(Currencies.Length)] };
            }

            var key = $"act-{id}-{number}";
            books.Acted(act, await shop.ActAsync(act, key, cancellationToken));
            if (_random.Next(4) == 0)
            {
                _later.Enqueue(token => shop.ActAsync(act, key, token));
            }
        }
    }

    private async Task PoisonQueueAsync(string id, CancellationToken cancellationToken)
    {
        var queue = TortureAws.DeadLetterQueues.Keys.ElementAt(_random.Next(TortureAws.DeadLetterQueues.Count));
        var body = $"this is no event: {id}";
        books.PoisonedQueue(queue, body);
        await aws.SendAsync(queue, body, cancellationToken);
    }

    private async Task PoisonBusAsync(string id, CancellationToken cancellationToken)
    {
        var eventId = $"poison-{id}";
        books.PoisonedBus(eventId);
        await aws.PutAsync(
            EventNames.OrderPlaced,
            $$"""{"orderId":"{{id}}","customerId":"C","amount":-1,"items":[],"metadata":{"eventId":"{{eventId}}"} }""",
            cancellationToken);
    }

    private Order Draw(string id)
    {
        var band = _random.Next(100) switch
        {
            < 40 => Band.Steady,
            < 75 => Band.Busy,
            < 97 => Band.Plentiful,
            _ => Band.Unknown,
        };
        var lines = new Dictionary<string, int>();
        for (var count = 1 + _random.Next(3); count > 0; count--)
        {
            lines[Pick(band)] = 1 + _random.Next(3);
        }

        var customer = $"{(_random.Next(100) < 8 ? Order.Declined : "CUST")}-{_random.Next(100)}";
        var address = _random.Next(100) switch
        {
            < 6 => $"7 {Order.Refused} Lane",
            < 9 => null,
            _ => "1 Main Street, Seattle",
        };
        return new Order($"TORTURE-{id}", customer, band, lines.Values.Sum() * Order.Price, lines, address) { IsOrchestrated = _random.Next(2) == 0 };
    }

    private string Pick(Band band) => catalog.In(band)[_random.Next(catalog.In(band).Count)].ProductId;
}
