using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenAMessageComesTwice : ConsumerSpec
{
    [Fact]
    public void It_is_not_handled_a_second_time_while_its_handler_runs()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();

        Do(() => Queue.ShowsAgain("a"));

        Assert.Equal(["a"], Handler.Handled);
    }

    [Fact]
    public void The_newest_receipt_deletes_it()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Do(() => Queue.ShowsAgain("a"));

        Do(() => Handler.LetsGo());

        Assert.Equal([["a"]], Queue.Deletes);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void The_newest_receipt_extends_it()
    {
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Advance(10);
        Do(() => Queue.ShowsAgain("a"));

        Advance(30);

        Assert.Equal("receipt-2", Assert.Single(Assert.Single(Queue.Extensions)).Message.ReceiptHandle);
        Assert.Empty(Handler.Cancelled);
    }

    [Fact]
    public void What_SQS_says_of_the_older_receipt_does_not_count()
    {
        Handler.Holds();
        Queue.Takes = call => call == "change" ? Seconds(2) : TimeSpan.Zero;
        Queue.Holds("a");
        Start();
        Advance(17);
        Assert.Single(Queue.Extensions);

        Do(() => Queue.ShowsAgain("a"));
        Advance(60);

        Assert.Empty(Handler.Cancelled);
    }

    [Fact]
    public void It_takes_one_place_in_a_batch_of_deletes_with_its_newest_receipt()
    {
        Handler.Does = async (message, cancellationToken) =>
        {
            await Task.Delay(message.Detail.Id == "a" ? TimeSpan.Zero : Seconds(60), Time, cancellationToken);
            return Outcome.Done;
        };
        Queue.Holds("a", "b");
        Start();

        Do(() => Queue.ShowsAgain("a"));
        Advance(1);

        Assert.Equal([["a"]], Queue.Deletes);
        Assert.DoesNotContain("a", Queue.Messages);
    }

    [Fact]
    public void An_older_receipt_that_is_to_be_deleted_later_does_not_take_the_newer_ones_place()
    {
        Queue.Takes = call => call == "send" ? Seconds(1) : TimeSpan.Zero;
        Handler.Does = async (message, cancellationToken) =>
        {
            await Task.Delay(message.Detail.Id == "a" ? TimeSpan.Zero : Seconds(60), Time, cancellationToken);
            return message.Delivery.ReceiveCount == 1 ? Outcome.Reject("of no use") : Outcome.Done;
        };
        Queue.Holds("a", "b");
        Start();
        Advance(1.02);

        // The first receive's copy reaches the dead-letter queue while the second receive's delete waits for company.
        Do(() => Queue.ShowsAgain("a"));
        Advance(1);

        Assert.Equal([["a"]], Queue.Deletes);
        Assert.DoesNotContain("a", Queue.Messages);
    }

    [Fact]
    public void It_is_not_handled_a_second_time_while_the_end_of_its_lease_is_awaited()
    {
        Queue.Takes = call => call == "change" ? Seconds(2) : TimeSpan.Zero;
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Advance(16);
        Do(() => Handler.LetsGo());
        Assert.Empty(Queue.Deletes);

        Do(() => Queue.ShowsAgain("a"));
        Advance(3);

        Assert.Equal(["a"], Handler.Handled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void Its_room_is_free_again()
    {
        Options.MaxInFlight = 2;
        Handler.Holds();
        Queue.Holds("a");
        Start();
        Do(() => Queue.ShowsAgain("a"));

        Do(() => Queue.Holds("b"));
        Advance(1);

        Assert.Equal(["a", "b"], Handler.Handled);
    }
}
