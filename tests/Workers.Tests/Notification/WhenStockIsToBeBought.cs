using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workers.Contracts.Events;
using Workers.Notification;
using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

/// <summary>The notification worker as its program registers it, with one channel that records.</summary>
public sealed class WhenStockIsToBeBought : IDisposable
{
    private readonly FakeChannel _channel = new("log");
    private readonly HandlerTest _test;

    public WhenStockIsToBeBought() => _test = new(builder =>
    {
        builder.AddNotificationQueue();
        builder.Services.RemoveAll<IChannel>().AddSingleton<IChannel>(_channel);
    });

    public void Dispose() => _test.Dispose();

    [Fact]
    public void The_warehouse_is_told_once_of_each_purchase_order()
    {
        var raised = new PurchaseOrderRaised("po-laptop-2", "laptop", 42, 2, FakeTime.Start, "Laptop");
        _test.Receives(raised, "event-1");
        _test.Receives(raised, "event-1");
        _test.RunUntilQuiet();

        Assert.Empty(_test.DeadLetters);
        var draft = Assert.Single(_channel.Sent).Draft;
        Assert.Equal(
            ("purchase-order", "warehouse@company.example", "laptop", "To buy: Laptop"), (draft.Template, draft.Recipient, draft.ProductId, draft.Subject));
        Assert.Contains("po-laptop-2 asks for 42 of laptop", draft.Body, StringComparison.Ordinal);
    }
}
