using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Notification.Channels;

namespace Workers.Tests.Notification;

public sealed class WhenAChannelFails : NotifierSpec
{
    private static readonly Outcome Pause = Outcome.Retry(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task The_message_waits_and_the_other_channel_has_sent()
    {
        Webhook.Behaviour = _ => throw new ChannelDownException("no connection");

        Assert.Equal(Pause, await ConfirmAsync());

        Assert.IsType<EffectResult.Happened>(Effects.Results["log"]);
    }

    [Fact]
    public async Task It_waits_as_long_as_the_other_side_asks_but_a_quarter_of_an_hour_at_most()
    {
        Webhook.Behaviour = _ => throw new ChannelDownException("busy") { After = TimeSpan.FromMinutes(2) };
        Assert.Equal(Outcome.Retry(TimeSpan.FromMinutes(2)), await ConfirmAsync());

        Webhook.Behaviour = _ => throw new ChannelDownException("busy") { After = TimeSpan.FromDays(2) };
        Assert.Equal(Outcome.Retry(TimeSpan.FromMinutes(15)), await ConfirmAsync());
    }

    [Fact]
    public async Task After_ten_failures_the_channel_rests_and_its_messages_wait_for_the_rest_to_end()
    {
        await BreakAsync();

        Webhook.Behaviour = _ => Task.CompletedTask;

        Assert.Equal(Outcome.Retry(TimeSpan.FromSeconds(42)), await ConfirmAsync("event-10"));
        Assert.Empty(Webhook.Sent);

        Time.Advance(TimeSpan.FromSeconds(43));

        Assert.Equal(Outcome.Done, await ConfirmAsync("event-11"));
        Assert.Equal(Outcome.Done, await ConfirmAsync("event-12"));
    }

    [Fact]
    public async Task The_one_that_tries_after_the_rest_waits_as_well_and_the_others_another_rest()
    {
        await BreakAsync();
        Time.Advance(TimeSpan.FromSeconds(43));

        Assert.Equal(Pause, await ConfirmAsync("event-11"));

        Assert.Equal(Outcome.Retry(TimeSpan.FromSeconds(42)), await ConfirmAsync("event-12"));
    }

    [Fact]
    public async Task A_refusal_is_no_sign_that_the_channel_is_back_and_lets_another_try()
    {
        await BreakAsync();
        Time.Advance(TimeSpan.FromSeconds(43));
        Webhook.Behaviour = _ => throw new UndeliverableException("no");
        await ConfirmAsync("event-11");

        Webhook.Behaviour = _ => throw new ChannelDownException("no connection");

        Assert.Equal(Pause, await ConfirmAsync("event-12"));
        Assert.Equal(Outcome.Retry(TimeSpan.FromSeconds(42)), await ConfirmAsync("event-13"));
    }

    [Fact]
    public async Task What_can_never_be_delivered_is_rejected_with_the_reason()
    {
        Webhook.Behaviour = _ => throw new UndeliverableException("The recipient is not exactly one mail address.");

        Assert.Equal(Outcome.Reject("The recipient is not exactly one mail address."), await ConfirmAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_single_messages_never_lets_the_channel_rest()
    {
        for (var i = 0; i < 30; i++)
        {
            Webhook.Behaviour = _ => i % 2 == 0
                ? throw new UndeliverableException("no")
                : throw new ChannelDownException("409") { IsOutage = false };
            await ConfirmAsync($"event-{i}");
        }

        Webhook.Behaviour = _ => Task.CompletedTask;

        Assert.Equal(Outcome.Done, await ConfirmAsync("event-30"));
    }

    [Fact]
    public async Task A_delivery_that_takes_too_long_is_given_up_and_waits()
    {
        Webhook.Behaviour = token => Task.Delay(Timeout.InfiniteTimeSpan, Time, token);

        var confirming = ConfirmAsync();
        Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(Pause, await confirming);
    }

    [Fact]
    public async Task A_handler_that_is_told_to_end_is_no_failure_of_the_channel()
    {
        Webhook.Behaviour = _ => throw new OperationCanceledException();
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => ConfirmAsync($"event-{i}"));
        }

        Webhook.Behaviour = _ => Task.CompletedTask;

        Assert.Equal(Outcome.Done, await ConfirmAsync("event-10"));
    }

    private async Task BreakAsync()
    {
        Webhook.Behaviour = _ => throw new ChannelDownException("no connection");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Pause, await ConfirmAsync($"event-{i}"));
        }
    }
}
