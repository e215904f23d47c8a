using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.OrderHistory.Views;
using static Workers.Benchmarks.Saga.Textbook.TextbookCalls;

namespace Workers.Benchmarks.Saga.Textbook;

/// <summary>
/// The business in its simplest form: the rows that our workers keep, each put or counted by a call of its own. Nothing is decided on what
/// is read, since every order completes: only what it costs is of interest.
/// </summary>
internal static class TextbookBusiness
{
    /// <summary>What the consumer of a queue does with an event.</summary>
    public static TextbookWork WorkOf(string queue, IEventDetail detail, DateTimeOffset now) => (queue, detail) switch
    {
        (Topology.InventoryQueue, OrderPlaced order) => Reserve(order, now),
        (Topology.InventoryQueue, ShipmentCreated shipment) => Ship(SagaOrder.Find(shipment.OrderId, now)),
        (Topology.OrdersQueue, _) => Record(detail, now),
        (Topology.OrderViewsQueue, _) => Show(detail),
        (Topology.OrderDeadlinesQueue, OrderPlaced order) => new([GetOrder(order.OrderId)]),
        (Topology.OrderDeadlinesQueue, OrderPaid paid) => new([GetOrder(paid.OrderId)]),
        (Topology.PaymentsQueue, InventoryReserved reserved) => Charge(reserved, now),
        (Topology.ShippingQueue, OrderPaid paid) => Carry(paid, now),
        (Topology.NotificationQueue, OrderPlaced order) => Tell("order-received", order.OrderId),
        (Topology.NotificationQueue, InventoryReserved reserved) => Tell("order-confirmed", reserved.OrderId),
        (Topology.NotificationQueue, OrderPaid paid) => Tell("order-paid", paid.OrderId),
        (Topology.NotificationQueue, ShipmentCreated shipment) => Tell("order-shipped", shipment.OrderId),
        (Topology.AnalyticsQueue, OrderPlaced order) => new([.. Count(detail, now), .. order.Items.Select(line => CountUnits(line, now))]),
        (Topology.AnalyticsQueue, _) => new(Count(detail, now)),
        _ => throw new UnreachableException($"{queue} got {detail.GetType().Name}, and every order was to complete."),
    };

    private static TextbookWork Reserve(OrderPlaced order, DateTimeOffset now) => new(
        [
            .. order.Items.Select(line =>
                Stock(line, (InventoryColumns.Available, -line.Quantity), (InventoryColumns.Reserved, line.Quantity))),
            Put(Topology.ReservationsTable, KeyOf(ReservationColumns.OrderId, order.OrderId), (ReservationColumns.State, "Reserved")),
        ],
        new InventoryReserved(order.OrderId, order.Items, now, order.CustomerId, order.Amount));

    private static TextbookWork Ship(OrderPlaced order)
    {
        var key = KeyOf(ReservationColumns.OrderId, order.OrderId);
        return new(
        [
            Get(Topology.ReservationsTable, key),
            .. order.Items.Select(line =>
                Stock(line, (InventoryColumns.Reserved, -line.Quantity), (InventoryColumns.Shipped, line.Quantity))),
            Put(Topology.ReservationsTable, key, (ReservationColumns.State, "Shipped")),
        ]);
    }

    private static TextbookWork Record(IEventDetail detail, DateTimeOffset now)
    {
        return detail switch
        {
            OrderPlaced it => Entries(it.OrderId, [1], new OrderRecorded(
                it.OrderId, it.CustomerId, it.Items, it.Amount, 0, 0, it.Amount, now, 1, it.ShippingAddress)),
            InventoryReserved it => Entries(it.OrderId, [2]),
            PaymentProcessed it => Entries(it.OrderId, [3, 4], SagaOrder.Paid(SagaOrder.Find(it.OrderId, now), now)),
            ShipmentCreated it => Entries(it.OrderId, [5, 6], new OrderCompleted(
                it.OrderId, it.CustomerId, SagaOrder.Find(it.OrderId, now).Amount, it.ShipmentId, 1, now, now, 6)),
            _ => throw new UnreachableException($"The orders worker got {detail.GetType().Name}, and every order was to complete."),
        };

        static TextbookWork Entries(string orderId, int[] versions, IEventDetail? says = null) => new(
            [
                GetOrder(orderId),
                .. versions.Select(version => Put(Topology.OrderEventsTable, new(KeyOf(OrderEventColumns.OrderId, orderId))
                {
                    [OrderEventColumns.Version] = Number(version),
                })),
                Put(Topology.OrdersTable, KeyOf(OrderColumns.OrderId, orderId), (OrderColumns.Snapshot, "{}")),
            ],
            says);
    }

    private static TextbookWork Show(IEventDetail detail)
    {
        var row = CustomerOrder.Of(detail)!;
        var key = row.Key(ViewState.Generations[0]);
        return new(
        [
            Put(
                Topology.CustomerOrdersTable,
                KeyOf(CustomerOrderColumns.Customer, key.Partition, CustomerOrderColumns.Order, key.Sort),
                (CustomerOrderColumns.Status, row.Status.ToString())),
            .. BoardMilestone.Of(detail)!.Counters(ViewState.Generations[0]).Select(counter => Add(
                Topology.OrderBoardTable,
                KeyOf(OrderBoardColumns.Bucket, counter.Key.Partition, OrderBoardColumns.Metric, counter.Key.Sort),
                (OrderBoardColumns.Value, counter.Value))),
        ]);
    }

    private static TextbookWork Charge(InventoryReserved reserved, DateTimeOffset now)
    {
        var key = KeyOf(PaymentColumns.OrderId, reserved.OrderId);
        return new(
            [
                Put(Topology.PaymentsTable, key, (PaymentColumns.State, "Charging")),
                Put(Topology.PaymentsTable, key, (PaymentColumns.State, "Charged")),
            ],
            new PaymentProcessed(reserved.OrderId, DerivedId.OfPayment(reserved.OrderId), reserved.CustomerId, reserved.Amount, now));
    }

    private static TextbookWork Carry(OrderPaid paid, DateTimeOffset now)
    {
        var shipmentId = DerivedId.OfShipment(paid.OrderId);
        var key = KeyOf(ShipmentColumns.ShipmentId, shipmentId);
        return new(
            [
                Put(Topology.ShipmentsTable, key, (ShipmentColumns.State, "Requesting")),
                Put(Topology.ShipmentsTable, key, (ShipmentColumns.State, "Created")),
            ],
            new ShipmentCreated(paid.OrderId, paid.CustomerId, shipmentId, "Textbook", "TRACK-1", now));
    }

    private static TextbookWork Tell(string template, string orderId)
    {
        var id = $"{template}#log#{orderId}";
        return new(
            [Put(Topology.NotificationsTable, KeyOf(NotificationColumns.NotificationId, id), (NotificationColumns.Template, template))],
            new NotificationSent(id, "log", "CUST-001@customers.example", template, orderId));
    }

    private static IReadOnlyList<AmazonDynamoDBRequest> Count(IEventDetail detail, DateTimeOffset now)
    {
        var metric = detail.GetType().Name;
        return
        [
            CountIn(AnalyticsBucket.OfHour(now), AnalyticsBucket.MinutePrefix(now) + metric, 1),
            CountIn(AnalyticsBucket.OfDay(now), metric, 1),
        ];
    }

    private static UpdateItemRequest CountUnits(OrderItem line, DateTimeOffset now) =>
        CountIn(AnalyticsBucket.OfProducts(now), line.ProductId, line.Quantity);

    private static UpdateItemRequest CountIn(string bucket, string metric, decimal count) => Add(
        Topology.AnalyticsTable,
        KeyOf(AnalyticsColumns.Bucket, bucket, AnalyticsColumns.Metric, metric),
        (AnalyticsColumns.Count, count));

    private static UpdateItemRequest Stock(OrderItem line, params IReadOnlyList<(string Name, decimal Number)> numbers) =>
        Add(Topology.InventoryTable, KeyOf(InventoryColumns.ProductId, line.ProductId), numbers);

    private static GetItemRequest GetOrder(string orderId) => Get(Topology.OrdersTable, KeyOf(OrderColumns.OrderId, orderId));
}
