using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Notification;
using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

/// <summary>The notification worker as its program registers it, with one channel that records.</summary>
public sealed class WhenAnOrderGoesItsWay : IDisposable
{
    private static readonly DateTimeOffset Now = FakeTime.Start;
    private static readonly Compensation Refund =
        new("Payment Processed", "RefundPayment", new CompensationData(PaymentId: "pay-1", Amount: 12.5m));
    private static readonly Compensation Release = new("Inventory Reserved", "ReleaseInventory");

    private readonly FakeChannel _channel = new("log");
    private readonly HandlerTest _test;

    public WhenAnOrderGoesItsWay() => _test = new(builder =>
    {
        builder.AddNotificationQueue();
        builder.Services.RemoveAll<IChannel>().AddSingleton<IChannel>(_channel);
    });

    public static TheoryData<string, IEventDetail, string> Told => new()
    {
        { "order-paid", new OrderPaid("order-1", "customer-1", 12.5m, "pay-1", [new("laptop", 1)], Now, Now, 3), "received 12.50" },
        { "order-shipped", new ShipmentCreated("order-1", "customer-1", "ship-1", "Ox & Co", "track-1", Now), "Ox & Co has taken" },
        { "order-shipped", new ShipmentCreated("order-1", "customer-1", "ship-1", "Ox & Co", "track-1", Now), "number is track-1." },
        { "order-failed", Failed(OrderStage.Reservation), "We do not have all of your order order-1: no luck. You owe nothing." },
        { "order-failed", Failed(OrderStage.Payment), "The payment of your order order-1 was declined: no luck. You owe nothing." },
        { "order-failed", Failed(OrderStage.Shipping, Release, Refund), "No carrier takes your order order-1: no luck. The 12.50" },
        { "order-failed", Failed(OrderStage.Deadline, Release), "Your order order-1 has taken too long: no luck. You owe nothing." },
        { "order-cancelled", new OrderCancellationDecided("order-1", "customer-1", 12.5m, "too late", Now, Now, 3), "cancelled: too late" },
        { "cancellation-refused", new CancellationRefused("order-1", "customer-1", OrderStatus.Paid, "paid", Now, Now, 4), "more: paid." },
        { "refund-issued", new PaymentRefunded("order-1", "customer-1", "pay-1", 12.5m, Now), "given back the 12.50" },
    };

    public void Dispose() => _test.Dispose();

    [Theory]
    [MemberData(nameof(Told))]
    public void The_named_customer_is_told_once_under_whatever_event_ids(string template, IEventDetail fact, string words)
    {
        _test.Receives(fact, "event-1");
        _test.Receives(fact, "event-1");
        _test.Receives(fact, "another-event-of-the-same");
        _test.RunUntilQuiet();

        Assert.Empty(_test.DeadLetters);
        var draft = Assert.Single(_channel.Sent).Draft;
        Assert.Equal((template, "customer-1@customers.example", "order-1"), (draft.Template, draft.Recipient, draft.OrderId));
        Assert.Contains("order-1", draft.Subject, StringComparison.Ordinal);
        Assert.Contains(words, draft.Body, StringComparison.Ordinal);
        var sent = Assert.Single(_test.Published.Select(published => published.Detail).Distinct());   // told again under the same id
        Assert.Equal(template, Assert.IsType<NotificationSent>(sent).Template);
    }

    [Fact]
    public void Another_order_is_told_of_too()
    {
        _test.Receives(new PaymentRefunded("order-1", "customer-1", "pay-1", 12.5m, Now));
        _test.Receives(new PaymentRefunded("order-2", "customer-1", "pay-2", 7m, Now));
        _test.RunUntilQuiet();

        Assert.Equal(["order-1", "order-2"], _channel.Sent.Select(sent => sent.Draft.OrderId).Order());
    }

    [Fact]
    public void An_end_and_the_refund_that_follows_are_two_mails()
    {
        _test.Receives(Failed(OrderStage.Shipping, Release, Refund));
        _test.Receives(new PaymentRefunded("order-1", "customer-1", "pay-1", 12.5m, Now));
        _test.RunUntilQuiet();

        Assert.Equal(["order-failed", "refund-issued"], _channel.Sent.Select(sent => sent.Draft.Template).Order());
    }

    [Fact]
    public void The_event_by_which_it_failed_does_not_reach_the_customer_a_second_time() =>
        Assert.DoesNotContain(
            Topology.Rules,
            rule => rule.Targets.Contains(Topology.NotificationQueue)
                && rule.Pattern.Events.Any(name => name == EventNames.ReservationFailed || name == EventNames.OrderCancelled));

    [Fact]
    public void What_was_sent_is_on_record()
    {
        _test.Receives(Failed(OrderStage.Payment), "event-1");
        _test.RunUntilQuiet();

        var key = new ItemKey(Topology.NotificationsTable, NotificationColumns.NotificationId, "order-failed#log#event-1");
        Assert.Equal("order-1", _test.Store[key]?.Text(NotificationColumns.OrderId));
    }

    private static OrderFailed Failed(OrderStage stage, params IReadOnlyList<Compensation> undo) =>
        new("order-1", "customer-1", stage, "no luck", 12.5m, undo, Now, Now, 3);
}
