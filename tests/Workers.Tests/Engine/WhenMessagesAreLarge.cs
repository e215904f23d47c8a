using Workers.Engine.Receiving;

namespace Workers.Tests.Engine;

public sealed class WhenMessagesAreLarge : ConsumerSpec
{
    private static readonly string[] Large = [.. Enumerable.Range(1, 9).Select(number => $"{number}{new string('x', 1024 * 1024)}")];

    public WhenMessagesAreLarge()
    {
        Options.MaxInFlightBytes = 6 * InFlight.LargestMessage;
        Handler.Holds();
    }

    [Fact]
    public void A_receive_asks_for_no_more_than_would_fit_at_their_largest()
    {
        Start();

        Assert.Equal([6], Queue.Receives);
    }

    [Fact]
    public void No_more_are_received_than_fit()
    {
        Queue.Holds(Large);
        Start();

        Advance(10);

        Assert.Equal(6, Handler.Running);
    }

    [Fact]
    public void Room_is_there_again_when_they_are_settled()
    {
        Queue.Holds(Large);
        Start();
        Advance(1);

        Do(() => Handler.LetsGo());
        Advance(1);

        Assert.Equal(9, Handler.Handled.Count);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void Small_ones_are_bounded_by_their_number_alone()
    {
        Options.MaxInFlight = 50;
        Queue.Holds(Bodies(60));
        Start();

        Advance(10);

        Assert.Equal(50, Handler.Running);
    }
}
