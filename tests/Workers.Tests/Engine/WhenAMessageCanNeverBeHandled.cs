using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenAMessageCanNeverBeHandled : ConsumerSpec
{
    [Fact]
    public void An_unreadable_one_is_dead_lettered_at_once_and_then_deleted()
    {
        Queue.Holds(Happened.Poison);

        Start();

        var letter = Assert.Single(Queue.DeadLetters);
        Assert.Equal("items: is missing", letter.Reason);
        Assert.Equal("Workers.Events.PoisonEventException", letter.ExceptionType);
        Assert.Equal("event-poison", letter.EventId);
        Assert.Equal(Happened.Poison, letter.Message.Body);
        Assert.Empty(Queue.Messages);
        Assert.Equal(1, Counts["workers.messages.settled/rejected"]);
    }

    [Theory]
    [InlineData(Happened.Unknown)]
    [InlineData(Happened.Unhandled)]
    public void One_that_no_handler_wants_is_dead_lettered(string body)
    {
        Queue.Holds(body);

        Start();

        var letter = Assert.Single(Queue.DeadLetters);
        Assert.Equal($"No handler is registered for specs/{body}.", letter.Reason);
        Assert.Equal($"event-{body}", letter.EventId);
        Assert.Empty(Queue.Messages);
    }

    [Theory]
    [InlineData(Happened.Unknown)]
    [InlineData(Happened.Unhandled)]
    public void One_that_no_handler_wants_is_ignored_and_counted_where_the_options_say_so(string body)
    {
        Options.UnknownEvents = UnknownEvents.Ignore;
        Queue.Holds(body);

        Start();

        Assert.Empty(Queue.DeadLetters);
        Assert.Empty(Queue.Messages);
        Assert.Equal(1, Counts["workers.messages.settled/ignored"]);
    }

    [Fact]
    public void One_that_its_handler_rejects_is_dead_lettered_with_its_reason()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Reject("the order is from the future"));
        Queue.Holds("a");

        Start();

        Assert.Equal("the order is from the future", Assert.Single(Queue.DeadLetters).Reason);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void It_stays_where_it_is_while_the_dead_letter_queue_does_not_take_it()
    {
        var sends = 0;
        Queue.CallFailure = call => call == "send" && sends++ == 0 ? new QueueCallException("x", throttled: false, new TimeoutException()) : null;
        Queue.Holds(Happened.Poison);
        Start();

        Advance(0.9);
        Assert.Equal(1, sends);
        Assert.Equal([Happened.Poison], Queue.Messages);

        Advance(0.1);

        Assert.Single(Queue.DeadLetters);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void It_is_dead_lettered_once_although_its_delete_fails()
    {
        var failures = 6;
        Queue.CallFailure = call => call == "delete" && failures-- > 0 ? new QueueCallException("x", throttled: false, new TimeoutException()) : null;
        Queue.Holds(Happened.Poison);
        Start();

        Advance(60);

        Assert.Single(Queue.DeadLetters);
        Assert.Empty(Queue.Messages);
    }
}
