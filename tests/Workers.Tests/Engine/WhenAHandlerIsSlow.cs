using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenAHandlerIsSlow : ConsumerSpec
{
    [Fact]
    public void Its_lease_is_extended_from_half_the_visibility_timeout_on()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();

        Advance(14.9);
        Assert.Empty(Queue.Extensions);

        Advance(2);
        Assert.Single(Queue.Extensions);
    }

    [Fact]
    public void It_keeps_its_message_for_as_long_as_it_takes()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();

        Advance(300);
        Do(() => Handler.LetsGo());

        Assert.Equal(["a"], Handler.Handled);
        Assert.Empty(Handler.Cancelled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void Leases_are_extended_ten_to_a_call()
    {
        Handler.Holds();
        Queue.Holds(Bodies(25));
        Start();

        Advance(20);

        Assert.Equal([10, 10, 5], Queue.Extensions.Select(call => call.Length));
    }

    [Fact]
    public void Messages_settled_before_half_the_visibility_timeout_cost_no_call()
    {
        Handler.Does = async (_, cancellationToken) =>
        {
            await Task.Delay(Seconds(14), Time, cancellationToken);
            return Outcome.Done;
        };
        Queue.Holds(Bodies(100));
        Start();

        Advance(100);

        Assert.Empty(Queue.Extensions);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void Whoever_lives_as_long_as_the_lease_is_told_its_new_end()
    {
        List<DateTimeOffset> ends = [];
        Handler.Holds();
        var holds = Handler.Does;
        Handler.Does = (message, cancellationToken) =>
        {
            message.Delivery.Lease.OnExtended((until, _) =>
            {
                ends.Add(until);
                throw new InvalidOperationException("a callback that throws");
            });
            return holds(message, cancellationToken);
        };
        Queue.Holds("a");
        Start();

        Advance(35);

        Assert.Equal([FakeTime.Start + Seconds(15 + 28), FakeTime.Start + Seconds(30 + 28)], ends);
        Assert.Empty(Handler.Cancelled);
    }

    [Fact]
    public void Who_has_left_is_not_told()
    {
        var told = false;
        Handler.Holds();
        var holds = Handler.Does;
        Handler.Does = (message, cancellationToken) =>
        {
            message.Delivery.Lease.OnExtended((_, _) => Task.FromResult(told = true)).Dispose();
            return holds(message, cancellationToken);
        };
        Queue.Holds("a");
        Start();

        Advance(35);

        Assert.False(told);
    }

    [Fact]
    public void A_wall_clock_that_jumps_changes_nothing()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();

        Time.JumpWallClock(TimeSpan.FromHours(5));
        Advance(20);
        Time.JumpWallClock(TimeSpan.FromHours(-9));
        Advance(20);

        Assert.Equal(2, Queue.Extensions.Count());
        Assert.Empty(Handler.Cancelled);
    }
}
