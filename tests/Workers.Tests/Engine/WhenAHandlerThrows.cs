namespace Workers.Tests.Engine;

public sealed class WhenAHandlerThrows : ConsumerSpec
{
    public WhenAHandlerThrows() =>
        Handler.Does = (_, _) => throw new InvalidOperationException("no such customer");

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(4, 16)]
    public void The_message_stays_away_longer_with_each_receive(int receive, double longest)
    {
        Chance = 0.75;
        Queue.HoldsReceived("a", times: receive - 1);

        Start();

        Assert.Equal(Seconds(longest * 0.75), Assert.Single(Queue.ShownAgain).Visibility);
        Assert.Equal(1, Counts["workers.messages.settled/failed"]);
    }

    [Fact]
    public void It_is_handled_again_after_the_backoff()
    {
        Queue.Holds("a");
        Start();

        Advance(0.9);
        Assert.Equal(["a"], Handler.Handled);

        Advance(0.1);
        Assert.Equal(["a", "a"], Handler.Handled);
    }

    [Fact]
    public void It_is_dead_lettered_at_the_last_attempt_with_the_reason_and_the_exception()
    {
        Queue.HoldsReceived("a", times: 4);

        Start();

        var letter = Assert.Single(Queue.DeadLetters);
        Assert.Equal("Failed at receive 5: no such customer", letter.Reason);
        Assert.Equal("System.InvalidOperationException", letter.ExceptionType);
        Assert.Equal("event-a", letter.EventId);
        Assert.Equal("Specs.FakeHandler", letter.Handler);
        Assert.StartsWith("Workers.Tests.Engine.WhenAHandlerThrows.", letter.Place, StringComparison.Ordinal);
        Assert.Equal(FakeTime.Start, letter.Time);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void The_backoff_is_not_overwritten_by_an_extension_under_way()
    {
        Chance = 1;
        Queue.Takes = call => Queue.VisibilityChanges.Count == 1 ? Seconds(2) : TimeSpan.Zero;
        Handler.Does = async (_, cancellationToken) =>
        {
            await Task.Delay(Seconds(17), Time, cancellationToken);
            throw new InvalidOperationException();
        };
        Queue.Holds("a");
        Start();

        Advance(18.5);
        Assert.Single(Queue.Extensions);
        Assert.Single(Queue.ShownAgain);

        Advance(2.1);
        Assert.Equal(["a", "a"], Handler.Handled);
    }

    [Fact]
    public void A_bug_in_reading_is_a_failure_and_not_poison()
    {
        Queue.Holds(Happened.Buggy);

        Start();

        Assert.Single(Queue.ShownAgain);
        Assert.Empty(Queue.DeadLetters);
    }

    [Fact]
    public void Messages_beside_it_are_none_the_worse()
    {
        Handler.Does = (message, _) => message.Detail.Id == "b"
            ? throw new InvalidOperationException()
            : Task.FromResult(Workers.Engine.Handling.Outcome.Done);
        Queue.Holds("a", "b", "c");

        Start();
        Advance(0.1);

        Assert.Equal(["b"], Queue.Messages);
    }
}
