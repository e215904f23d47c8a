namespace Workers.Tests.Engine;

public sealed class WhenALoopStalls : ConsumerSpec
{
    [Fact]
    public void A_loop_that_waits_for_messages_is_alive()
    {
        Start();

        for (var minute = 0; minute < 60; minute++)
        {
            Advance(60);
            Assert.True(Health.IsAlive);
        }
    }

    [Fact]
    public void A_loop_that_waits_for_its_handlers_is_alive_as_long_as_they_may_take()
    {
        Options.MaxInFlight = 1;
        Handler.HoldsDeaf();
        Queue.Holds("a");
        Start();
        Advance(1);

        Advance(600);
        Assert.True(Health.IsAlive);

        Advance(61);
        Assert.False(Health.IsAlive);
    }

    [Fact]
    public void A_drain_is_alive_as_long_as_it_may_take()
    {
        Options.DrainLimit = Seconds(120);
        Handler.HoldsDeaf();
        Queue.Holds("a");
        Start();
        BeginDrain();

        Advance(119);

        Assert.False(Drained);
        Assert.True(Health.IsAlive);
    }

    [Fact]
    public void A_poll_that_never_returns_is_given_up()
    {
        var hung = true;
        Queue.ReceiveHangs = () => hung && !(hung = false);
        Start();
        Do(() => Queue.Holds("a"));

        Advance(60);

        Assert.Equal(["a"], Handler.Handled);
        Assert.True(Health.IsAlive);
    }
}
