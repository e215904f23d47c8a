using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenOthersTellOfNotificationsAndReservations
{
    private static readonly EventName Gateway = new("api-gateway", "notification-sent");

    [Theory]
    [InlineData("api-gateway")]
    [InlineData("crm")]
    public void A_notification_is_read_from_whoever_sent_it(string source) => Assert.Equal(
        new NotificationSent("NOTIF-456", "email", "user@example.com", "order_confirmation"),
        Read(
            new(source, "notification-sent"),
            """
            {"notificationId":"NOTIF-456","recipient":"user@example.com","message":"Your order is on its way","channel":"email",
             "priority":"high","templateId":"order_confirmation","sentAt":"2026-01-15T10:00:00Z","metadata":{"customerId":"CUST-1"}}
            """));

    [Fact]
    public void A_notification_in_snake_case_is_read() => Assert.Equal(
        new NotificationSent("N-1", "sms", "", "none", "ORD-001"),
        Read(EventNames.ForeignNotificationSent, """{"notification_id":"N-1","channel":"sms","order_id":"ORD-001","timestamp":"2024-01-15T10:00:00Z"}"""));

    [Fact]
    public void What_is_malformed_of_a_notification_is_told()
    {
        Poison.Told(Gateway, """{"channel":"email"}""", "notificationId: is required");
        Poison.Told(Gateway, """{"notificationId":"N","channel":5}""", "channel: must be text");
        Poison.Told(
            EventNames.ForeignNotificationSent,
            """{"notification_id":"N","channel":"by mail"}""",
            $"channel: {IdGrammar.Expected}");
    }

    [Theory]
    [InlineData("Insufficient stock", ReservationFailure.InsufficientStock, null)]
    [InlineData("Product not found", ReservationFailure.ProductNotFound, null)]
    [InlineData("Only 3 left of prod-001", ReservationFailure.Other, "Only 3 left of prod-001")]
    [InlineData("InsufficientStock", ReservationFailure.InsufficientStock, null)]
    public void A_failed_reservation_without_a_product_is_read(string reason, ReservationFailure failure, string? explanation) => Assert.Equal(
        new ReservationFailed("order-123", "not-named", failure, Explanation: explanation),
        Read(
            EventNames.InventoryServiceFailed,
            $$"""{"eventType":"InventoryReservationFailed","orderId":"order-123","reason":"{{reason}}","timestamp":"2025-11-17T10:31:00.000123"}"""));

    [Fact]
    public void What_is_malformed_of_a_failed_reservation_is_told()
    {
        Poison.Told(EventNames.InventoryServiceFailed, """{"reason":"x"}""", "orderId: is required");
        Poison.Told(EventNames.InventoryServiceFailed, """{"orderId":"O"}""", "reason: is required");
    }

    private static object Read(EventName name, string detail) => EventCatalog.Build().Read(Bodies.Envelope(name, detail), "M1").Detail;
}
