using Amazon.SQS.Model;
using Workers.Engine.Handling;
using Workers.Engine.Hosting;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenAQueueIsFifo : ConsumerSpec
{
    public WhenAQueueIsFifo() => QueueName = "orders.fifo";

    [Fact]
    public void Messages_of_one_group_are_handled_in_order_and_one_at_a_time()
    {
        Handler.Does = Slow;
        Queue.HoldsInGroup("a", "a1", "a2", "a3", "a4");
        Start();

        Advance(4);

        Assert.Equal(["a1", "a2", "a3", "a4"], Handler.Handled);
        Assert.Equal(1, Handler.MostRunning);
    }

    [Fact]
    public void Groups_go_on_side_by_side()
    {
        Handler.Does = Slow;
        Queue.HoldsInGroup("a", "a1", "a2").HoldsInGroup("b", "b1", "b2");
        Start();

        Advance(0.5);
        Assert.Equal(["a1", "b1"], Handler.Handled);

        Advance(1);
        Assert.Equal(["a1", "b1", "a2", "b2"], Handler.Handled);
    }

    [Fact]
    public void A_failure_holds_back_its_own_group_which_comes_again_in_order()
    {
        var failures = 1;
        Handler.Does = (message, _) => message.Detail.Id == "a1" && failures-- > 0
            ? throw new InvalidOperationException("not yet")
            : Task.FromResult(Outcome.Done);
        Queue.HoldsInGroup("a", "a1", "a2", "a3").HoldsInGroup("b", "b1", "b2");
        Start();

        Advance(0.5);
        Assert.Equal(["a1", "b1", "b2"], Handler.Handled);
        Assert.Equal(3, Queue.Messages.Count());

        Advance(30);
        Assert.Equal(["a1", "b1", "b2", "a1", "a2", "a3"], Handler.Handled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void What_was_received_behind_a_failure_is_shown_again_at_once_and_is_no_failure_of_its_own()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry(Seconds(10)));
        Queue.HoldsInGroup("a", "a1", "a2");
        Start();

        Advance(1);

        Assert.Equal(["a1"], Handler.Handled);
        Assert.Equal(
            [("a1", Seconds(10)), ("a2", TimeSpan.Zero)],
            Queue.ShownAgain.Select(change => (change.Message.MessageId, change.Visibility)).Order());
    }

    [Fact]
    public void What_is_rejected_lets_the_next_go_on_once_the_dead_letter_queue_has_it()
    {
        Handler.Does = (message, _) => Task.FromResult(message.Detail.Id == "a1" ? Outcome.Reject("never") : Outcome.Done);
        Queue.Takes = call => call == "send" ? Seconds(3) : TimeSpan.Zero;
        Queue.HoldsInGroup("a", "a1", "a2");
        Start();

        Advance(2);
        Assert.Equal(["a1"], Handler.Handled);

        Advance(2);
        Assert.Equal(["a1", "a2"], Handler.Handled);
        Assert.Equal("a1", Assert.Single(Queue.DeadLetters).Message.MessageId);
    }

    [Fact]
    public void A_rejection_that_the_dead_letter_queue_does_not_take_holds_its_group_back()
    {
        var fails = true;
        Handler.Does = (message, _) => Task.FromResult(message.Detail.Id == "a1" ? Outcome.Reject("never") : Outcome.Done);
        Queue.EntryFailure = (call, _) => call == "send" && fails ? "InternalError" : null;
        Queue.HoldsInGroup("a", "a1", "a2");
        Start();

        Advance(1);
        Assert.Equal(["a1"], Handler.Handled);

        fails = false;
        Advance(30);
        Assert.Equal(["a1", "a1", "a2"], Handler.Handled);
    }

    [Fact]
    public void The_time_for_its_handling_begins_with_its_turn()
    {
        Options.MaxHandlingTime = Seconds(15);
        Handler.Does = async (_, cancellationToken) =>
        {
            await Task.Delay(Seconds(10), Time, cancellationToken);
            return Outcome.Done;
        };
        Queue.HoldsInGroup("a", "a1", "a2", "a3");
        Start();

        Advance(31);

        Assert.Equal(["a1", "a2", "a3"], Handler.Handled);
        Assert.Empty(Handler.Cancelled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void A_drain_ends_what_runs_and_shows_the_rest_of_its_group_again()
    {
        Handler.Does = Slow;
        Queue.HoldsInGroup("a", "a1", "a2", "a3");
        Start();
        Advance(0.5);

        BeginDrain();
        Advance(25);

        Assert.True(Drained);
        Assert.Equal(["a1"], Handler.Handled);
        Assert.Equal(["a2", "a3"], Queue.Messages);
        Assert.Empty(Queue.Invisible);
    }

    [Fact]
    public void On_a_standard_queue_a_group_is_no_order()
    {
        QueueName = "orders";
        Handler.Does = Slow;
        Queue.HoldsInGroup("a", "a1", "a2");
        Start();

        Advance(0.5);

        Assert.Equal(["a1", "a2"], Handler.Handled);
    }

    [Fact]
    public async Task A_dead_letter_keeps_its_group_and_is_one_however_often_it_is_sent()
    {
        using var sqs = new FakeSqs { Answers = _ => new SendMessageBatchResponse() };
        var details = new QueueDetails("orders.fifo", "url", Seconds(45), 100, "orders-dlq.fifo", "dead-letter-url");
        var queue = new SqsMessageQueue(sqs, sqs, details, Seconds(20), new FakeTime());
        var message = new ReceivedMessage("id", "receipt", "body", 1, FakeTime.Start, FakeTime.Start, "group");

        await queue.DeadLetterAsync([new(message, "never", null, null, FakeTime.Start)], TestContext.Current.CancellationToken);

        var entry = Assert.Single(sqs.Only<SendMessageBatchRequest>().Entries);
        Assert.Equal(("group", "id"), (entry.MessageGroupId, entry.MessageDeduplicationId));
    }

    private async Task<Outcome> Slow(EventMessage<Happened> message, CancellationToken cancellationToken)
    {
        await Task.Delay(Seconds(1), Time, cancellationToken);
        return Outcome.Done;
    }
}
