using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenTheHostStops : ConsumerSpec
{
    [Fact]
    public void It_is_ready_until_then_and_alive_to_the_end()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Assert.True(Health.IsReady);

        BeginDrain();

        Assert.False(Health.IsReady);
        Assert.True(Health.IsAlive);
    }

    [Fact]
    public void Nothing_new_is_received()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Advance(1);
        var receives = Queue.Receives.Count;

        BeginDrain();
        Advance(60);

        Assert.Equal(receives, Queue.Receives.Count);
        Assert.Equal(0, Queue.OpenPolls);
    }

    [Fact]
    public void A_receive_that_was_waiting_for_room_is_not_made()
    {
        Options.MaxInFlight = 2;
        Handler.Holds();
        Queue.Holds("a");
        Start();

        BeginDrain();

        Assert.Equal([2], Queue.Receives);
    }

    [Fact]
    public void An_open_poll_is_left_to_return()
    {
        Start();
        Advance(5);

        BeginDrain();
        Advance(14.9);
        Assert.Equal(1, Queue.OpenPolls);
        Assert.False(Drained);

        Advance(0.1);
        Assert.True(Drained);
    }

    [Fact]
    public void What_an_open_poll_brings_is_shown_again_at_once_and_not_handled()
    {
        Start();
        BeginDrain();

        Do(() => Queue.Holds(Bodies(7)));
        Advance(0.1);

        Assert.Empty(Handler.Handled);
        Assert.Empty(Queue.Invisible);
        Assert.Equal(7, Assert.Single(Queue.VisibilityChanges).Length);
        Assert.True(Drained);
    }

    [Fact]
    public void Handlers_go_on_undisturbed_with_their_leases_extended()
    {
        Options.DrainLimit = Seconds(100);
        Handler.Holds();
        Queue.Holds("a");
        Start();
        BeginDrain();

        Advance(59);
        Assert.Empty(Handler.Cancelled);
        Assert.Equal(3, Queue.Extensions.Count());

        Do(() => Handler.LetsGo());
        Assert.Empty(Queue.Messages);
        Assert.True(Drained);
    }

    [Fact]
    public void Deletes_wait_for_no_company()
    {
        Handler.Does = async (message, cancellationToken) =>
        {
            await Task.Delay(Seconds(message.Detail.Id == "a" ? 5 : 6), Time, cancellationToken);
            return Outcome.Done;
        };
        Queue.Holds("a", "b");
        Start();
        BeginDrain();

        Advance(5);

        Assert.Equal([["a"]], Queue.Deletes);
    }

    [Fact]
    public void Deletes_that_had_been_gathering_are_sent()
    {
        Options.DeleteLinger = Seconds(1);
        Handler.Does = async (message, cancellationToken) =>
        {
            await Task.Delay(Seconds(message.Detail.Id == "a" ? 0 : 6), Time, cancellationToken);
            return Outcome.Done;
        };
        Queue.Holds("a", "b");
        Start();
        Assert.Empty(Queue.Deletes);

        BeginDrain();

        Assert.Equal([["a"]], Queue.Deletes);
    }

    [Fact]
    public void Handlers_that_still_run_at_the_limit_are_cancelled_and_their_messages_shown_again()
    {
        Handler.Holds();
        Queue.Holds(Bodies(15));
        Start();
        Advance(1);
        BeginDrain();

        Advance(24.9);
        Assert.Empty(Handler.Cancelled);

        Advance(0.2);
        Assert.Equal(15, Handler.Cancelled.Count);
        Assert.Empty(Queue.Invisible);
        Assert.Equal(2, Queue.VisibilityChanges.Count(call => call[0].Visibility == TimeSpan.Zero));
        Assert.True(Drained);
    }

    [Fact]
    public void A_message_shown_again_for_the_drain_has_not_failed()
    {
        Handler.Holds();
        Queue.HoldsReceived("a", times: 10);
        Start();
        BeginDrain();

        Advance(26);

        Assert.Empty(Queue.DeadLetters);
        Assert.Equal(["a"], Queue.Messages);
    }

    [Fact]
    public void The_message_of_a_handler_that_does_not_listen_is_shown_again_all_the_same()
    {
        Handler.HoldsDeaf();
        Queue.Holds("a");
        Start();
        BeginDrain();

        Advance(28);
        Assert.True(Drained);
        Assert.Equal(0, LeftByDrain);
        Assert.Equal(0, Counts["workers.leases.lost"]);
        Assert.Empty(Queue.Invisible);

        Do(() => Handler.LetsGo());
        Assert.Empty(Queue.Deletes);
        Assert.Equal(["a"], Queue.Messages);
    }

    [Fact]
    public void The_hosts_own_limit_cuts_the_drain_short()
    {
        using var cutShort = new CancellationTokenSource();
        Handler.Holds();
        Queue.Holds("a");
        Start();
        BeginDrainUntil(cutShort.Token);
        Advance(3);

        Do(cutShort.Cancel);
        Advance(2);

        Assert.Equal(["a"], Handler.Cancelled);
        Assert.Empty(Queue.Invisible);
        Assert.True(Drained);
    }

    [Fact]
    public void A_poll_that_is_open_beyond_the_limit_is_cancelled_last()
    {
        Options.DrainLimit = Seconds(10);
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Advance(1);
        BeginDrain();

        Advance(10);

        Assert.Empty(Queue.Invisible);
        Assert.Equal(0, Queue.OpenPolls);
        Assert.True(Drained);
    }

    [Fact]
    public void Settling_goes_on_when_it_has_to_be_tried_again()
    {
        var failures = 2;
        Queue.CallFailure = call => call == "delete" && failures-- > 0 ? new QueueCallException("x", throttled: false, new TimeoutException()) : null;
        Handler.Holds();
        Queue.Holds("a");
        Start();
        BeginDrain();

        Do(() => Handler.LetsGo());
        Advance(20);

        Assert.Empty(Queue.Messages);
        Assert.True(Drained);
    }

    [Fact]
    public void It_ends_although_SQS_does_not_answer()
    {
        Queue.Takes = _ => Seconds(1000);
        Handler.HoldsDeaf();
        Queue.Holds("a");
        Start();
        BeginDrain();

        Advance(25 + 1 + 2 + 1);

        Assert.True(Drained);
        Assert.Equal(1, LeftByDrain);
    }

    [Fact]
    public void An_idle_consumer_has_drained_when_its_poll_returns()
    {
        Start();

        BeginDrain();
        Advance(20);

        Assert.Equal(Seconds(20), DrainedAt);
    }
}
