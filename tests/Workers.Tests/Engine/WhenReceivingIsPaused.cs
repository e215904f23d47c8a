namespace Workers.Tests.Engine;

public sealed class WhenReceivingIsPaused : ConsumerSpec
{
    public WhenReceivingIsPaused()
    {
        Start();
        Do(Control.Pause);
    }

    [Fact]
    public void What_an_open_poll_still_brings_is_handled()
    {
        Do(() => Queue.Holds("a"));

        Assert.Equal(["a"], Handler.Handled);
    }

    [Fact]
    public void No_receive_is_begun()
    {
        Advance(20);
        Do(() => Queue.Holds("a"));
        Advance(3600);

        Assert.Equal([10], Queue.Receives);
        Assert.Empty(Handler.Handled);
        Assert.True(Control.IsPaused);
    }

    [Fact]
    public void It_is_alive_and_ready()
    {
        Advance(24 * 3600);

        Assert.True(Health.IsAlive);
        Assert.True(Health.IsReady);
    }

    [Fact]
    public void It_goes_on_when_it_is_resumed()
    {
        Do(Control.Pause);
        Advance(60);
        Do(() => Queue.Holds("a"));

        Do(Control.Resume);

        Assert.Equal(["a"], Handler.Handled);
        Assert.False(Control.IsPaused);
    }

    [Fact]
    public void It_can_be_paused_again()
    {
        Advance(20);
        Do(Control.Resume);
        Do(Control.Pause);
        Advance(20);
        Do(() => Queue.Holds("a"));
        Advance(60);

        Assert.Empty(Handler.Handled);
    }

    [Fact]
    public void It_drains_as_any_other()
    {
        Advance(20);

        BeginDrain();

        Assert.True(Drained);
    }

    [Fact]
    public void Several_loops_are_alive_however_long_it_lasts()
    {
        Do(Control.Resume);
        Options.MaxReceiveLoops = 8;
        Do(() => Queue.Holds(Bodies(30)));
        Do(Control.Pause);

        Advance(24 * 3600);

        Assert.True(Health.IsAlive);
    }
}
