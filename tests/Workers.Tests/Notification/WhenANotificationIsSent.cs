using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;

namespace Workers.Tests.Notification;

public sealed class WhenANotificationIsSent : NotifierSpec
{
    [Fact]
    public async Task It_goes_out_on_every_channel_of_its_template_under_an_id_of_its_own()
    {
        Assert.Equal(Outcome.Done, await ConfirmAsync());

        Assert.Equal("order-confirmed#log#event-1", Assert.Single(Log.Sent).NotificationId);
        Assert.Equal("order-confirmed#webhook#event-1", Assert.Single(Webhook.Sent).NotificationId);
        Assert.Equal("customer-1@customers.example", Log.Sent[0].Draft.Recipient);
    }

    [Fact]
    public async Task It_is_recorded_and_told_with_the_claim()
    {
        await ConfirmAsync();

        var done = Assert.IsType<EffectResult.Happened>(Effects.Results["webhook"]);
        var record = Assert.IsType<Update>(Assert.Single(done.Writes));
        Assert.Equal("order-confirmed#webhook#event-1", record.Key.PartitionValue);
        Assert.Equal("customer-1@customers.example", record.Sets["recipient"].S);
        Assert.Equal(
            new NotificationSent(
                "order-confirmed#webhook#event-1", "webhook", "customer-1@customers.example", "order-confirmed", "order-1"),
            Assert.Single(done.Emits).Detail);
    }
}
