using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenReceivingFails : ConsumerSpec
{
    public WhenReceivingFails() => Chance = 1;

    [Fact]
    public void The_loop_goes_on_after_pauses_that_grow()
    {
        Queue.ReceiveFailure = () => Failure(throttled: false);
        Start();

        Advance(0.5 + 1 + 2 + 4);

        Assert.Equal(5, Queue.Receives.Count);
        Assert.True(Health.IsAlive);
    }

    [Fact]
    public void A_pause_is_never_longer_than_half_a_minute()
    {
        Queue.ReceiveFailure = () => Failure(throttled: false);
        Start();
        Advance(3600);
        var receives = Queue.Receives.Count;

        Advance(3600);

        Assert.Equal(120, Queue.Receives.Count - receives);
        Assert.True(Health.IsAlive);
    }

    [Fact]
    public void Throttling_makes_it_wait_longer()
    {
        Queue.ReceiveFailure = () => Failure(throttled: true);
        Start();

        Advance(1.9);
        Assert.Single(Queue.Receives);

        Advance(0.1);
        Assert.Equal(2, Queue.Receives.Count);
    }

    [Fact]
    public void Messages_are_handled_when_it_is_over()
    {
        var failures = 3;
        Queue.ReceiveFailure = () => failures-- > 0 ? Failure(throttled: false) : null;
        Queue.Holds(Bodies(30));
        Start();

        Advance(10);

        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void A_pause_does_not_hold_up_a_drain()
    {
        Queue.ReceiveFailure = () => Failure(throttled: true);
        Start();

        BeginDrain();

        Assert.True(Drained);
    }

    private static QueueCallException Failure(bool throttled) => new("ReceiveMessage", throttled, new HttpRequestException("refused"));
}
