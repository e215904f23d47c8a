using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenAHandlerAsksToRetry : ConsumerSpec
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(5, 10)]
    [InlineData(6, 20)]
    [InlineData(8, 80)]
    [InlineData(50, 900)]
    public void The_delay_it_asks_for_stands_five_times_and_then_doubles_to_fifteen_minutes(int receive, double delay)
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry(Seconds(10)));
        Queue.HoldsReceived("a", times: receive - 1);

        Start();

        Assert.Equal(Seconds(delay), Assert.Single(Queue.ShownAgain).Visibility);
    }

    [Fact]
    public void The_queues_backoff_stands_in_for_a_delay()
    {
        Chance = 1;
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry());
        Queue.HoldsReceived("a", times: 3);

        Start();

        Assert.Equal(Seconds(16), Assert.Single(Queue.ShownAgain).Visibility);
    }

    [Fact]
    public void It_never_dead_letters()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry(TimeSpan.Zero));
        Queue.Holds("a");
        Start();

        Advance(24 * 3600);

        Assert.True(Handler.Handled.Count > 50);
        Assert.Empty(Queue.DeadLetters);
        Assert.Equal(Seconds(900), Queue.ShownAgain.Last().Visibility);
    }

    [Fact]
    public void A_delay_beyond_what_SQS_allows_is_cut()
    {
        Handler.Does = async (_, cancellationToken) =>
        {
            await Task.Delay(Seconds(10), Time, cancellationToken);
            return Outcome.Retry(TimeSpan.FromHours(20));
        };
        Queue.Holds("a");
        Start();

        Advance(11);

        Assert.Equal((12 * 3600) - 10 - 1, Assert.Single(Queue.ShownAgain).Seconds);
    }

    [Fact]
    public void Part_of_a_second_is_a_second()
    {
        Handler.Does = (_, _) => Task.FromResult(Outcome.Retry(Seconds(0.1)));
        Queue.Holds("a");

        Start();

        Assert.Equal(1, Assert.Single(Queue.ShownAgain).Seconds);
    }
}
