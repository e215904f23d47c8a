using System.Globalization;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Cli.Loading;

/// <summary>Makes the events of a load: the stock that it needs, and its orders, of one unit each.</summary>
internal sealed class OrderSource(EventRegistry registry, LoadPlan plan, TimeProvider time)
{
    private const decimal Price = 10m;   // below what is a high value
    private const string Customer = "LOAD";
    private readonly string _run = Guid.CreateVersion7(time.GetUtcNow()).ToString("N")[^12..];

    /// <summary>Restocks that make room for every order. They add up with what is there, and so leave earlier loads' books right.</summary>
    public IEnumerable<InventoryUpdated> Restocks() =>
        Enumerable.Range(0, plan.Products).Select(product => new InventoryUpdated(
            Product(product), Name: "Load", Restock: (plan.Orders / plan.Products) + 1, Threshold: 0, Timestamp: time.GetUtcNow()));

    public LoadOrder Order(int number) => new(new(
        string.Create(CultureInfo.InvariantCulture, $"LOAD-{_run}-{number:000000}"),
        Customer,
        [new(Product(number % plan.Products), 1, Price)],
        Price,
        Timestamp: time.GetUtcNow()));

    public OutgoingEvent Compose(IEventDetail detail)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        return registry.Compose(detail, new EventMetadata(id, CorrelationId: id), time.GetUtcNow());
    }

    private static string Product(int number) => string.Create(CultureInfo.InvariantCulture, $"LOAD-{number:000}");
}
