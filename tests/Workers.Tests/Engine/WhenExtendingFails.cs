using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenExtendingFails : ConsumerSpec
{
    public WhenExtendingFails()
    {
        Handler.Holds();
        Queue.Holds("a", "b");
    }

    [Fact]
    public void It_is_tried_again_until_the_lease_would_end()
    {
        var failures = 3;
        Queue.CallFailure = _ => failures-- > 0 ? new QueueCallException("x", throttled: true, new TimeoutException()) : null;
        Start();

        Advance(60);

        Assert.Empty(Handler.Cancelled);
        Assert.Equal(["a", "b"], Queue.Invisible);
    }

    [Fact]
    public void Only_the_entries_that_failed_are_tried_again()
    {
        var failed = false;
        Queue.EntryFailure = (_, message) => message.MessageId == "b" && !failed && (failed = true) ? "InternalError" : null;
        Start();

        Advance(25);

        Assert.Equal([["a", "b"], ["b"]], Queue.Extensions.Select(call => call.Select(change => change.Message.MessageId)));
    }

    [Fact]
    public void A_call_that_hangs_is_given_up_and_tried_again()
    {
        var calls = 0;
        Queue.Takes = _ => calls++ == 0 ? Seconds(1000) : TimeSpan.Zero;
        Start();

        Advance(60);

        Assert.Empty(Handler.Cancelled);
    }

    [Fact]
    public void The_lease_is_lost_at_the_first_look_after_its_deadline_and_before_SQS_shows_the_message()
    {
        Queue.EntryFailure = (_, message) => message.MessageId == "b" ? "InternalError" : null;
        Start();

        Advance(28.4);
        Assert.Empty(Handler.Cancelled);

        Advance(0.1);
        Assert.Equal(["b"], Handler.Cancelled);
        Assert.Equal(1, Counts["workers.leases.lost"]);
    }

    [Fact]
    public void A_wide_margin_takes_no_more_than_a_quarter_of_the_lease()
    {
        Options.LeaseMargin = Seconds(20);
        Queue.EntryFailure = (_, message) => message.MessageId == "b" ? "InternalError" : null;
        Start();

        Advance(22.4);
        Assert.Empty(Handler.Cancelled);

        Advance(0.1);
        Assert.Equal(["b"], Handler.Cancelled);
    }

    [Fact]
    public void A_receipt_that_is_gone_loses_the_lease_at_once()
    {
        Queue.EntryFailure = (_, message) => message.MessageId == "b" ? "ReceiptHandleIsInvalid" : null;
        Start();

        Advance(16.5);

        Assert.Equal(["b"], Handler.Cancelled);
    }

    [Fact]
    public void A_message_whose_lease_was_lost_is_not_settled()
    {
        Queue.CallFailure = call => call == "change" ? new QueueCallException("x", throttled: false, new TimeoutException()) : null;
        Handler.HoldsDeaf();
        Start();
        Advance(29);

        Do(() => Handler.LetsGo(Outcome.Done));

        Assert.Empty(Queue.Deletes);
        Assert.Equal(["a", "b"], Queue.Messages);
        Assert.Equal(0, Counts["workers.messages.settled/done"]);
    }

    [Fact]
    public void A_message_whose_lease_was_lost_is_handled_again_when_it_is_back()
    {
        Queue.CallFailure = call => call == "change" ? new QueueCallException("x", throttled: false, new TimeoutException()) : null;
        Start();
        Advance(29);
        Queue.CallFailure = _ => null;
        Handler.LetsGo();

        Advance(2);

        Assert.Equal(["a", "b", "a", "b"], Handler.Handled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void A_lost_lease_is_no_failure_even_at_the_last_attempt()
    {
        Options.MaxAttempts = 1;
        Queue.CallFailure = call => call == "change" ? new QueueCallException("x", throttled: false, new TimeoutException()) : null;
        Start();

        Advance(29);

        Assert.Equal(["a", "b"], Handler.Cancelled);
        Assert.Empty(Queue.DeadLetters);
        Assert.Equal(["a", "b"], Queue.Messages);
    }

    [Fact]
    public void A_slow_response_is_counted()
    {
        Queue.Takes = call => call == "change" ? Seconds(2.5) : TimeSpan.Zero;
        Start();

        Advance(20);

        Assert.Equal(1, Counts["workers.responses.slow"]);
    }
}
