namespace Workers.Tests.Engine;

public sealed class WhenManyMessagesWait : ConsumerSpec
{
    [Fact]
    public void Receive_loops_grow_while_receives_come_back_full()
    {
        Options.MaxReceiveLoops = 4;
        Handler.Holds();
        Queue.Holds(Bodies(35));

        Start();

        Assert.Equal(4, Queue.MostOpenPolls);
        Assert.Equal(35, Handler.Running);
    }

    [Fact]
    public void One_loop_is_left_when_the_queue_is_empty()
    {
        Options.MaxReceiveLoops = 4;
        Queue.Holds(Bodies(100));
        Start();

        Advance(60);
        Queue.Receives.Clear();
        Advance(60);

        Assert.Equal(1, Queue.OpenPolls);
        Assert.Equal(3, Queue.Receives.Count);
    }

    [Fact]
    public void Every_receive_asks_for_ten()
    {
        Options.MaxInFlight = 20;
        Queue.Holds(Bodies(100));

        Start();

        Assert.All(Queue.Receives, asked => Assert.Equal(10, asked));
        Assert.Equal(100, Handler.Handled.Count);
    }

    [Fact]
    public void No_more_are_handled_at_once_than_allowed()
    {
        Options.MaxInFlight = 15;
        Options.MaxReceiveLoops = 4;
        Handler.Holds();
        Queue.Holds(Bodies(100));

        Start();
        Advance(1);

        Assert.Equal(15, Handler.MostRunning);
        Assert.Equal(85, Queue.Messages.Except(Queue.Invisible).Count());
    }

    [Fact]
    public void Deletes_go_ten_to_a_call()
    {
        Queue.Holds(Bodies(100));

        Start();

        Assert.Equal(10, Queue.Deletes.Count);
        Assert.Empty(Queue.Messages);
    }
}
