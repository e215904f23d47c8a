namespace Workers.Tests.Engine;

public sealed class WhenReceivingIsLimited : ConsumerSpec
{
    public WhenReceivingIsLimited()
    {
        Options.MaxInFlight = 20;
        Handler.Holds();
        Queue.Holds(Bodies(60));
    }

    [Fact]
    public void No_more_are_handled_at_once_than_was_said_before_the_first_receive()
    {
        Control.LimitTo(3);
        Start();

        Assert.Equal(3, Handler.Running);
        Assert.Equal([3], Queue.Receives);
    }

    [Fact]
    public void What_is_here_goes_on_and_nothing_is_received_until_there_are_fewer()
    {
        Start();
        Do(() => Control.LimitTo(5));
        Advance(10);

        Assert.Equal((20, 5), (Handler.Running, Control.Limit));
        Assert.Equal([10, 10], Queue.Receives);
    }

    [Fact]
    public void A_higher_limit_is_used_at_once()
    {
        Control.LimitTo(3);
        Start();

        Do(() => Control.LimitTo(13));

        Assert.Equal([3, 10], Queue.Receives);
    }

    [Fact]
    public void The_option_stays_the_most()
    {
        Control.LimitTo(1000);
        Start();

        Assert.Equal(20, Handler.Running);
    }

    [Fact]
    public void Without_a_limit_the_option_stands_again()
    {
        Control.LimitTo(3);
        Start();

        Do(() => Control.LimitTo(null));
        Advance(1);

        Assert.Equal(20, Handler.Running);
        Assert.Null(Control.Limit);
    }

    [Fact]
    public void None_at_all_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Control.LimitTo(0));
}
