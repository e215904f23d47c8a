using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

/// <summary>Other producers publish under our sources and detail-types what differs in a few members.</summary>
public sealed class WhenOthersSpeakUnderOurNames
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Fact]
    public void An_order_with_a_total_amount_and_an_address_object_is_an_order()
    {
        var order = Read<OrderPlaced>(
            EventNames.OrderPlaced,
            """
            {"orderId":"O","customerId":"customer-9","totalAmount":45.5,"status":"PLACED","timestamp":"2026-01-15T10:00:00.123456",
             "items":[{"productId":"P","name":"Pen","price":45.5,"quantity":1}],
             "shippingAddress":{"street":"7 Long Lane","city":"York","zipCode":null,"country":"UK"}}
            """);

        Assert.Equal((45.5m, "7 Long Lane, York, UK"), (order.Amount, order.ShippingAddress));
        Assert.Equal(new(2026, 1, 15, 10, 0, 0, 123, 456, TimeSpan.Zero), order.Timestamp);
    }

    [Fact]
    public void A_cancelled_order_told_whole_is_a_cancellation_at_the_time_of_the_cancellation()
    {
        var cancelled = Read<OrderCancelled>(
            EventNames.OrderCancelled,
            """
            {"orderId":"O","customerId":"C","totalAmount":5,"status":"CANCELLED","items":[],"timestamp":"2026-01-15T10:00:00",
             "cancellationReason":"too late","cancelledAt":"2026-01-16T10:00:00"}
            """);

        Assert.Equal(new OrderCancelled("O", "too late", "C", new(2026, 1, 16, 10, 0, 0, TimeSpan.Zero)), cancelled);
    }

    [Theory]
    [InlineData("Product not found", ReservationFailure.ProductNotFound, null)]
    [InlineData("Insufficient stock", ReservationFailure.InsufficientStock, null)]
    [InlineData("Warehouse is on fire", ReservationFailure.Other, "Warehouse is on fire")]
    public void A_failed_reservation_has_a_reason_in_words_and_may_name_no_customer(string words, ReservationFailure reason, string? explanation)
    {
        var failed = Read<ReservationFailed>(EventNames.ReservationFailed, $$"""{"orderId":"O","productId":"P","reason":"{{words}}"}""");

        Assert.Equal(new ReservationFailed("O", "P", reason, Explanation: explanation), failed);
    }

    [Fact]
    public void Reservations_and_releases_need_name_no_customer()
    {
        const string Items = """[{"productId":"P","name":"Pen","price":1.5,"quantity":2}]""";

        Assert.Null(Read<InventoryReserved>(EventNames.InventoryReserved, $$"""{"orderId":"O","items":{{Items}},"reservedAt":"2026-01-15T10:00:00"}""").CustomerId);
        Assert.Null(Read<InventoryReleased>(EventNames.InventoryReleased, $$"""{"orderId":"O","items":{{Items}},"releasedAt":"2026-01-15T10:00:00"}""").CustomerId);
    }

    [Fact]
    public void The_inventory_service_reserves_under_a_name_of_its_own()
    {
        var reserved = Read<InventoryReserved>(
            EventNames.InventoryServiceReserved,
            """{"eventType":"InventoryReserved","orderId":"O","items":[{"productId":"P","quantity":2}],"timestamp":"2026-01-15T10:00:00.5"}""");

        Assert.Equal(("O", null, null), (reserved.OrderId, reserved.CustomerId, reserved.Amount));
    }

    [Fact]
    public void What_is_wrong_with_it_is_told_and_what_is_nobodys_is_told_as_ours()
    {
        Poison.Told(
            EventNames.OrderPlaced,
            """{"orderId":"O","customerId":"C","totalAmount":"5","items":[]}""",
            "totalAmount: must be a number");
        Poison.Told(EventNames.OrderPlaced, """{"orderId":"O","customerId":"C","items":[]}""", "amount: is required");
    }

    private static TEvent Read<TEvent>(EventName name, string detail) =>
        Assert.IsType<TEvent>(Registry.Read(Bodies.Envelope(name, detail), "M1").Detail);
}
