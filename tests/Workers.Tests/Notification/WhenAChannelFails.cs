using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

public sealed class WhenAChannelFails : NotifierSpec
{
    [Fact]
    public async Task The_message_fails_and_the_other_channel_has_sent()
    {
        Webhook.Behaviour = _ => throw new HttpRequestException("no");

        await Assert.ThrowsAsync<HttpRequestException>(() => ConfirmAsync());

        Assert.IsType<EffectResult.Happened>(Effects.Results["log"]);
    }

    [Fact]
    public async Task After_ten_failures_the_channel_rests_and_its_messages_wait_for_the_rest_to_end()
    {
        Webhook.Behaviour = _ => throw new HttpRequestException("no");
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => ConfirmAsync($"event-{i}"));
        }

        Webhook.Behaviour = _ => Task.CompletedTask;

        Assert.Equal(Outcome.Retry(TimeSpan.FromSeconds(42)), await ConfirmAsync("event-10"));
        Assert.Empty(Webhook.Sent);

        Time.Advance(TimeSpan.FromSeconds(43));

        Assert.Equal(Outcome.Done, await ConfirmAsync("event-11"));
    }

    [Fact]
    public async Task What_can_never_be_delivered_is_rejected_with_the_reason()
    {
        Webhook.Behaviour = _ => throw new UndeliverableException("The recipient is not a mail address.");

        Assert.Equal(Outcome.Reject("The recipient is not a mail address."), await ConfirmAsync());
    }

    [Fact]
    public async Task A_delivery_that_takes_too_long_is_given_up()
    {
        Webhook.Behaviour = token => Task.Delay(Timeout.InfiniteTimeSpan, Time, token);

        var confirming = ConfirmAsync();
        Time.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<Polly.Timeout.TimeoutRejectedException>(() => confirming);
    }
}
