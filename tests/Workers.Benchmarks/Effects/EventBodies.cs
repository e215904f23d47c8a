using System.Globalization;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Effects;

/// <summary>Messages as EventBridge delivers them, the same ones at each call: a new event each second, its products drawn evenly.</summary>
internal sealed class EventBodies(IReadOnlyList<string> products, int linesPerOrder)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly EventRegistry Registry = EventCatalog.Build();

    public IEnumerable<string> Orders(int messages)
    {
        var random = new Random(1);
        return Enumerable.Range(0, messages).Select(number => Body(Order(number, random), number));
    }

    /// <summary>Order Placed, Inventory Reserved and Notification Sent, one after another.</summary>
    public IEnumerable<string> Mixed(int messages)
    {
        var random = new Random(1);
        return Enumerable.Range(0, messages).Select(number => Body(Detail(number, random), number));
    }

    private IEventDetail Detail(int number, Random random)
    {
        var order = Order(number, random);
        return (number % 3) switch
        {
            0 => order,
            1 => new InventoryReserved(order.OrderId, order.Products, TimeOf(number), order.CustomerId, order.Amount),
            _ => new NotificationSent($"order-received#log#{number}", "log", "CUST-001@customers.example", "order-received", order.OrderId),
        };
    }

    private OrderPlaced Order(int number, Random random)
    {
        var drawn = new HashSet<string>();
        while (drawn.Count < linesPerOrder)
        {
            drawn.Add(products[random.Next(products.Count)]);
        }

        return new(
            $"ORD-20260115-{number:x12}",
            $"CUST-{number % 100:000}",
            [.. drawn.Select(productId => new OrderItem(productId, random.Next(1, 4), 29.99m))],
            Amount: 59.98m * linesPerOrder,
            Timestamp: TimeOf(number));
    }

    /// <summary>An event as EventBridge delivers it; its number makes its ids and its time.</summary>
    public static string Body(IEventDetail detail, int number)
    {
        var eventId = $"01970000-0000-7000-8000-{number:x12}";
        var outgoing = Registry.Compose(detail, new EventMetadata(eventId, $"correlation-{number:x12}"), TimeOf(number));
        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = $"6f1c3b1e-0d4e-4d57-9a53-{number:x12}",
            ["detail-type"] = outgoing.Name.DetailType,
            ["source"] = outgoing.Name.Source,
            ["account"] = "000000000000",
            ["time"] = TimeOf(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = "us-east-1",
            ["resources"] = new JsonArray(),
            ["detail"] = JsonNode.Parse(outgoing.Detail),
        }.ToJsonString();
    }

    private static DateTimeOffset TimeOf(int number) => Start + TimeSpan.FromSeconds(number);
}
