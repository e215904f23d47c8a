using Workers.Engine.Handling;

namespace Workers.Tests.Notification;

public sealed class WhenAChannelIsFull : NotifierSpec
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WhenAChannelIsFull() => Webhook.Behaviour = _ => _answer.Task;

    [Fact]
    public async Task What_finds_no_place_waits_in_the_queue_a_few_seconds_and_the_other_channel_has_sent()
    {
        var underWay = Enumerable.Range(0, Limits.MaxConcurrent).Select(i => ConfirmAsync($"event-{i}")).ToList();

        var late = ConfirmAsync("event-late");
        Time.Advance(TimeSpan.FromSeconds(1));

        var wait = Assert.IsType<Outcome.Wait>(await late);

        Assert.InRange(wait.After!.Value, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
        Assert.Contains(Log.Sent, sent => sent.NotificationId.EndsWith("event-late", StringComparison.Ordinal));
        _answer.SetResult();
        Assert.All(await Task.WhenAll(underWay), outcome => Assert.Equal(Outcome.Done, outcome));
    }

    [Fact]
    public async Task Who_comes_while_nothing_moves_does_not_even_wait_a_second()
    {
        var underWay = Enumerable.Range(0, Limits.MaxConcurrent).Select(i => ConfirmAsync($"event-{i}")).ToList();
        var late = ConfirmAsync("event-late");
        Time.Advance(TimeSpan.FromSeconds(1));
        await late;

        Assert.IsType<Outcome.Wait>(await ConfirmAsync("event-later"));

        _answer.SetResult();
        await Task.WhenAll(underWay);
    }

    [Fact]
    public async Task A_channel_that_is_only_busy_takes_it_within_the_second()
    {
        var underWay = Enumerable.Range(0, Limits.MaxConcurrent).Select(i => ConfirmAsync($"event-{i}")).ToList();

        var late = ConfirmAsync("event-late");
        _answer.SetResult();

        Assert.Equal(Outcome.Done, await late);
        await Task.WhenAll(underWay);
    }

    [Fact]
    public async Task It_has_a_place_again_when_a_delivery_is_over()
    {
        var underWay = Enumerable.Range(0, Limits.MaxConcurrent).Select(i => ConfirmAsync($"event-{i}")).ToList();
        _answer.SetResult();
        await Task.WhenAll(underWay);

        Assert.Equal(Outcome.Done, await ConfirmAsync("event-late"));
    }
}
