using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenHandlingFailsBroadly : ConsumerSpec
{
    public WhenHandlingFailsBroadly()
    {
        Options.MaxInFlight = 10;
        Options.BreakerMinimumThroughput = 10;
        Options.BreakerBreakDuration = Seconds(60);
        Options.BackoffBase = Seconds(600);
        Handler.Does = (_, _) => throw new InvalidOperationException("the store is away");
    }

    [Fact]
    public void Receiving_pauses()
    {
        Queue.Holds(Bodies(60));
        Start();

        Advance(59.9);

        Assert.Equal(10, Handler.Handled.Count);
        Assert.Single(Queue.Receives);
        Assert.Equal(1, Counts["workers.receiving.paused"]);
        Assert.True(Health.IsAlive);
    }

    [Fact]
    public void An_operators_pause_holds_back_what_the_breaker_lets_through()
    {
        Queue.Holds(Bodies(60));
        Start();
        Do(Control.Pause);

        Advance(3600);
        Assert.Single(Queue.Receives);

        Do(Control.Resume);
        Assert.Equal(2, Queue.Receives.Count);
    }

    [Fact]
    public void Several_loops_are_alive_however_long_the_break_is()
    {
        Options.MaxInFlight = 40;
        Options.MaxReceiveLoops = 4;
        Options.BreakerMinimumThroughput = 40;
        Options.BreakerBreakDuration = Seconds(3600);
        Queue.Holds(Bodies(40));
        Start();

        for (var minute = 0; minute < 180; minute++)
        {
            Advance(60);
            Assert.True(Health.IsAlive, $"It is not alive after {minute} minutes.");
        }
    }

    [Fact]
    public void Waits_without_a_delay_of_their_own_count_as_failures()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry());
        Queue.Holds(Bodies(60));

        Start();

        Assert.Equal(10, Handler.Handled.Count);
    }

    [Fact]
    public void Waits_that_know_when_to_try_again_do_not()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry(Seconds(600)));
        Queue.Holds(Bodies(60));

        Start();

        Assert.Equal(60, Handler.Handled.Count);
    }

    [Fact]
    public void Poison_counts_neither_way()
    {
        Queue.Holds([Happened.Poison, .. Bodies(9)]);

        Start();
        Advance(1);

        Assert.Single(Queue.DeadLetters);
        Assert.Equal(0, Counts["workers.receiving.paused"]);
    }

    [Fact]
    public void Rejections_pause_nothing()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Reject("it has no address"));
        Queue.Holds(Bodies(60));

        Start();
        Advance(1);

        Assert.Equal(60, Queue.DeadLetters.Count);
        Assert.Equal(0, Counts["workers.receiving.paused"]);
    }

    [Fact]
    public void A_rejection_is_no_sign_that_the_outage_is_over()
    {
        Queue.Holds(Bodies(60));
        Start();
        Handler.Does = (_, _) => Task.FromResult(Outcome.Reject("it has no address"));

        Advance(60);

        Assert.Equal(20, Handler.Handled.Count);
    }

    [Fact]
    public void A_share_below_the_ratio_is_borne()
    {
        var handled = 0;
        Handler.Does = (_, _) => handled++ % 5 < 3
            ? Task.FromResult(Outcome.Done)
            : throw new InvalidOperationException("two in five");
        Queue.Holds(Bodies(60));

        Start();

        Assert.Equal(60, Handler.Handled.Count);
    }

    [Fact]
    public void A_few_failures_are_borne()
    {
        Queue.Holds(Bodies(9));
        Start();

        Do(() => Queue.Holds("another"));

        Assert.Contains("another", Handler.Handled);
    }

    [Fact]
    public void One_batch_is_let_through_after_each_break()
    {
        Queue.Holds(Bodies(60));
        Start();

        Advance(60);
        Assert.Equal(20, Handler.Handled.Count);

        Advance(59.9);
        Assert.Equal(20, Handler.Handled.Count);

        Advance(0.1);
        Assert.Equal(30, Handler.Handled.Count);
    }

    [Fact]
    public void Only_one_of_many_loops_is_let_through()
    {
        Options.MaxReceiveLoops = 4;
        Options.MaxInFlight = 40;
        Handler.Holds();
        Queue.Holds(Bodies(90));
        Start();
        Assert.Equal(4, Queue.Receives.Count);
        Do(() => Handler.LetsGo(Outcome.Retry()));

        Advance(60);

        Assert.Equal(5, Queue.Receives.Count);
    }

    [Fact]
    public void Receiving_goes_on_when_the_batch_is_handled()
    {
        Queue.Holds(Bodies(60));
        Start();
        Handler.LetsGo();

        Advance(60);

        Assert.Equal(60, Handler.Handled.Count);
    }

    [Fact]
    public void An_empty_batch_is_followed_by_another_after_as_long()
    {
        Queue.Holds(Bodies(10));
        Start();
        Advance(60 + 20);
        Do(() => Queue.Holds("late"));

        Advance(39.9);
        Assert.DoesNotContain("late", Handler.Handled);

        Advance(0.1);
        Assert.Contains("late", Handler.Handled);
    }

    [Fact]
    public void What_is_in_flight_goes_on()
    {
        Options.BreakerMinimumThroughput = 9;
        Handler.Does = async (message, cancellationToken) =>
        {
            var isSlow = message.Detail.Id == "message-1";
            await Task.Delay(Seconds(isSlow ? 40 : 1), Time, cancellationToken);
            return isSlow ? Outcome.Done : Outcome.Retry();
        };
        Queue.Holds(Bodies(10));
        Start();

        Advance(41);

        Assert.Equal(1, Counts["workers.receiving.paused"]);
        Assert.DoesNotContain("message-1", Queue.Messages);
        Assert.NotEmpty(Queue.Extensions);
    }

    [Fact]
    public void A_pause_does_not_hold_up_a_drain()
    {
        Queue.Holds(Bodies(60));
        Start();

        BeginDrain();
        Advance(1);

        Assert.True(Drained);
        Assert.Single(Queue.Receives);
    }
}
