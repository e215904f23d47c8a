using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenRoomIsShort : ConsumerSpec
{
    private readonly Queue<TaskCompletionSource<Outcome>> _handlers = new();

    public WhenRoomIsShort()
    {
        Options.MaxInFlight = 20;
        Handler.Does = (_, _) =>
        {
            _handlers.Enqueue(new());
            return _handlers.Last().Task;
        };
        Queue.Holds(Bodies(60));
        Start();
    }

    [Fact]
    public void Nothing_is_received_while_there_is_none()
    {
        Advance(10);

        Assert.Equal([10, 10], Queue.Receives);
    }

    [Fact]
    public void A_receive_waits_for_room_for_ten()
    {
        End(9);
        Assert.Equal([10, 10], Queue.Receives);

        End(1);
        Assert.Equal([10, 10, 10], Queue.Receives);
    }

    [Fact]
    public void A_receive_takes_what_room_there_is_after_the_linger()
    {
        End(3);

        Advance(0.024);
        Assert.Equal([10, 10], Queue.Receives);

        Advance(0.001);
        Assert.Equal([10, 10, 3], Queue.Receives);
    }

    [Fact]
    public void A_slot_is_free_before_its_message_is_deleted()
    {
        Queue.Takes = _ => Seconds(5);

        End(10);

        Assert.Equal(50, 20 + Queue.Messages.Count() - 30);
        Assert.Equal([10, 10, 10], Queue.Receives);
    }

    [Fact]
    public void Messages_that_are_never_settled_do_not_pile_up()
    {
        Queue.Takes = call => call == "delete" ? Seconds(1000) : TimeSpan.Zero;

        Handler.LetsGo();
        End(20);

        Assert.Equal(40, Handler.Handled.Count);
    }

    private void End(int handlers)
    {
        for (; handlers > 0; handlers--)
        {
            var handler = _handlers.Dequeue();
            Do(() => handler.SetResult(Outcome.Done));
        }
    }
}
