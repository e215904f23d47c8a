using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenSomebodyMeasures : ConsumerSpec
{
    [Fact]
    public void Messages_in_flight_and_the_age_of_the_oldest_can_be_asked_for()
    {
        Handler.Holds();
        Queue.Holds("a", "b");
        Start();
        Advance(5);

        Counts.Observe();

        Assert.Equal([2.0], Counts.Measured("workers.messages.in_flight"));
        Assert.Equal([0.0], Counts.Measured("workers.messages.waiting"));
        Assert.Equal([5.0], Counts.Measured("workers.messages.oldest"));
    }

    [Fact]
    public void Messages_that_wait_to_be_settled_are_not_in_flight()
    {
        Queue.Takes = _ => Seconds(5);
        Queue.Holds("a");
        Start();

        Counts.Observe();

        Assert.Equal([0.0], Counts.Measured("workers.messages.in_flight"));
        Assert.Equal([1], Counts.Measured("workers.messages.waiting"));
        Assert.Equal([0.0], Counts.Measured("workers.messages.oldest"));
    }

    [Fact]
    public void Calls_are_counted_and_timed_by_operation()
    {
        Queue.Takes = _ => Seconds(2);
        Queue.Holds(Bodies(10));
        Start();
        Advance(20);

        Assert.Equal([10.0, 0.0], Counts.Measured("workers.receive.fill"));
        Assert.Equal([0.0, 20.0], Counts.Measured("messaging.client.operation.duration", "receive"));
        Assert.Equal([2.0], Counts.Measured("messaging.client.operation.duration", "delete"));
        Assert.Equal(3, Counts["workers.calls"]);
    }

    [Fact]
    public void A_call_that_fails_says_how()
    {
        var failures = 1;
        Queue.ReceiveFailure = () => failures-- > 0 ? new QueueCallException("ReceiveMessage", throttled: true, new HttpRequestException()) : null;

        Start();

        Assert.Single(Counts.Measured("messaging.client.operation.duration", "throttled"));
    }

    [Fact]
    public void Handling_is_timed_by_outcome()
    {
        Handler.Does = async (message, cancellationToken) =>
        {
            await Task.Delay(Seconds(3), Time, cancellationToken);
            return message.Detail.Id == "a" ? Outcome.Done : throw new InvalidOperationException();
        };
        Queue.Holds("a", "b");
        Start();

        Advance(3);

        Assert.Equal([3.0], Counts.Measured("messaging.process.duration", "done"));
        Assert.Equal([3.0], Counts.Measured("messaging.process.duration", "failed"));
    }

    [Fact]
    public void What_was_left_of_a_lease_is_told()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Advance(10);

        Do(() => Handler.LetsGo());

        Assert.Equal([18.0], Counts.Measured("workers.leases.margin"));
    }

    [Fact]
    public void Each_handler_is_timed_by_what_it_says()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Advance(5);

        Do(() => Handler.LetsGo());

        Assert.Equal([5.0], Counts.Measured("workers.handler.duration", "Specs.FakeHandler"));
        Assert.Equal([5.0], Counts.Measured("workers.handler.duration", "done"));
        Assert.Equal([5.0], Counts.Measured("workers.handler.published_to_handled"));
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("rejected")]
    [InlineData("failed")]
    public void A_handler_that_is_not_done_has_handled_nothing(string outcome)
    {
        Handler.Does = (_, _) => outcome switch
        {
            "waiting" => Task.FromResult(Outcome.Retry()),
            "rejected" => Task.FromResult(Outcome.Reject("no")),
            _ => throw new InvalidOperationException(),
        };
        Queue.Holds("a");

        Start();

        Assert.Single(Counts.Measured("workers.handler.duration", outcome));
        Assert.Empty(Counts.Measured("workers.handler.published_to_handled"));
    }
}
