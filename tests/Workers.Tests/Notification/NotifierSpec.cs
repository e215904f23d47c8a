using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Notification.Channels;
using Workers.Notification.Handlers;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

/// <summary>A notifier with two channels, <c>log</c> and <c>webhook</c>, both of which take an order's confirmation.</summary>
public abstract class NotifierSpec : IDisposable
{
    private readonly Notifier _notifier;

    protected NotifierSpec()
    {
        var routing = new RoutingOptions { Templates = { [Template.OrderConfirmed] = ["log", "webhook"] } };
        _notifier = new Notifier(
            Effects, [Log, Webhook], Options.Create(routing), new FixedOptions<ChannelLimits>(Limits), Time, new Jitter(new Random(1)), NullLogger<Notifier>.Instance);
    }

    private protected FakeLeasedEffects Effects { get; } = new();

    private protected FakeChannel Log { get; } = new("log");

    private protected FakeChannel Webhook { get; } = new("webhook");

    private protected FakeTime Time { get; } = new();

    private protected ChannelLimits Limits { get; } = new() { Break = TimeSpan.FromSeconds(42) };

    public void Dispose()
    {
        _notifier.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<Outcome> ConfirmAsync(string eventId = "event-1") =>
        new InventoryReservedHandler(_notifier, new Recipients(Options.Create(new RecipientOptions())))
            .HandleAsync(
                Messages.Of(
                    new InventoryReserved("order-1", [new OrderItem("laptop", 1)], Messages.Now, "customer-1", 10m), eventId),
                TestContext.Current.CancellationToken);
}
