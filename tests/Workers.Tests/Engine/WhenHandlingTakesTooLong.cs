using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenHandlingTakesTooLong : ConsumerSpec
{
    public WhenHandlingTakesTooLong()
    {
        Options.MaxHandlingTime = Seconds(100);
        Handler.Holds();
    }

    [Fact]
    public void The_handler_is_cancelled_and_its_message_retried()
    {
        Queue.Holds("a");
        Start();

        Advance(99.9);
        Assert.Empty(Handler.Cancelled);

        Advance(0.6);
        Assert.Equal(["a"], Handler.Cancelled);
        Assert.Equal(Seconds(1), Assert.Single(Queue.ShownAgain).Visibility);
    }

    [Fact]
    public void It_is_a_failure_of_the_handler()
    {
        Queue.HoldsReceived("a", times: 4);
        Start();

        Advance(101);

        Assert.Equal("Failed at receive 5: Handling took longer than 00:01:40", Assert.Single(Queue.DeadLetters).Reason);
    }

    [Fact]
    public void What_the_handler_still_says_counts()
    {
        Handler.HoldsDeaf();
        Queue.Holds("a");
        Start();
        Advance(101);

        Do(() => Handler.LetsGo(Outcome.Done));

        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void The_lease_of_a_handler_that_does_not_listen_is_extended_no_more()
    {
        Handler.HoldsDeaf();
        Queue.Holds("a");
        Start();
        Advance(90);
        Do(() => Queue.Holds("b"));
        Advance(10);
        var extensions = Queue.Extensions.Count();

        Advance(28);

        Assert.All(Queue.Extensions.Skip(extensions), call => Assert.Equal("b", Assert.Single(call).Message.MessageId));
        Assert.Equal(1, Counts["workers.leases.lost"]);
    }

    [Fact]
    public void No_lease_is_extended_beyond_what_SQS_allows()
    {
        Options.MaxHandlingTime = TimeSpan.FromHours(12);
        Handler.Holds();
        Queue.Holds("a");
        Start();

        Advance(12 * 3600);

        Assert.Equal(["a"], Handler.Cancelled);
        Assert.Equal(0, Queue.Refusals);
    }
}
