using LocalAws.Faults;
using LocalAws.Tests.Faults;

namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAGroupIsReceived : FifoSpec
{
    [Fact]
    public async Task As_many_of_it_as_possible_come_together_in_order()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "b1", "a2", "a3");

        Assert.Equal(["a1", "a2", "a3", "b1"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task Nothing_more_of_it_comes_while_one_is_in_flight()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "a3", "b1");
        var taken = await TakeAsync(queue, most: 2);
        await SendAllAsync(queue, "a4");

        Assert.Equal(["b1"], await TakeBodiesAsync(queue));
        Assert.Equal((2, 3, 0), await CountsAsync(queue));
        await DeleteAsync(queue, taken[0]);
        Assert.Empty(await TakeAsync(queue));
        await DeleteAsync(queue, taken[1]);
        Assert.Equal(["a3", "a4"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task It_comes_again_in_order_when_its_time_is_over()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "a3");
        await TakeAsync(queue, most: 2, visibilityTimeout: 5);

        Pass(seconds: 5);

        Assert.Equal(["a1", "a2", "a3"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task Groups_that_have_waited_longer_come_first()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "b1", "b2", "c1", "a2");
        Pass(seconds: 1);

        Assert.Equal(["a1", "a2", "b1"], await TakeBodiesAsync(queue, most: 3, visibilityTimeout: 0));

        Assert.Equal(["c1", "a1", "a2", "b1", "b2"], await TakeBodiesAsync(queue));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "a1")]
    [InlineData(2, "a1 a2")]
    public async Task One_that_is_hidden_longer_holds_back_those_behind_it(int hidden, string visible)
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "a3");
        var taken = await TakeAsync(queue, visibilityTimeout: 1);
        await HideAsync(queue, taken[hidden], seconds: 10);

        Pass(seconds: 1);

        Assert.Equal(visible, string.Join(' ', await TakeBodiesAsync(queue)));
    }

    [Fact]
    public async Task One_that_is_shown_again_comes_though_later_ones_are_in_flight()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "b1");
        var taken = await TakeAsync(queue, most: 2);
        Pass(seconds: 1);

        await HideAsync(queue, taken[0], seconds: 0);

        Assert.Equal(["b1", "a1"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task A_receive_that_waits_is_woken_when_the_group_is_free()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2");
        var taken = await TakeAsync(queue, most: 1);
        var receive = ReceiveAsync(queue, wait: 20);
        Assert.False(receive.IsCompleted);

        await DeleteAsync(queue, taken[0]);

        Assert.Equal(["a2"], Bodies(await receive));
    }

    [Fact]
    public async Task A_message_that_is_kept_too_long_makes_room_for_the_next()
    {
        var queue = await CreateFifoAsync("orders.fifo", ("MessageRetentionPeriod", "60"), ("VisibilityTimeout", "600"));
        await SendAllAsync(queue, "a1");
        await TakeAsync(queue);
        Pass(seconds: 30);
        await SendAllAsync(queue, "a2");

        Pass(seconds: 30);

        Assert.Equal(["a2"], await TakeBodiesAsync(queue));
    }

    [Theory]
    [InlineData(FaultKind.Duplicate)]
    [InlineData(FaultKind.Reorder)]
    public async Task No_fault_breaks_its_order(FaultKind fault)
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2", "b1");
        Faults = Given.Fault(new FaultRule("sqs.ReceiveMessage", fault));

        Assert.Equal(["a1", "a2", "b1"], await TakeBodiesAsync(queue));
    }
}
