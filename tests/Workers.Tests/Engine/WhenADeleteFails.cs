using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenADeleteFails : ConsumerSpec
{
    [Fact]
    public void Only_the_entries_that_failed_are_deleted_again()
    {
        var failed = false;
        Queue.EntryFailure = (_, message) => message.MessageId == "b" && !failed && (failed = true) ? "InternalError" : null;
        Queue.Holds("a", "b", "c");

        Start();
        Advance(1);

        Assert.Equal([["a", "b", "c"], ["b"]], Queue.Deletes);
        Assert.Empty(Queue.Messages);
        Assert.Equal(["a", "b", "c"], Handler.Handled);
    }

    [Fact]
    public void A_call_that_failed_as_a_whole_is_made_again()
    {
        var failures = 2;
        Queue.CallFailure = _ => failures-- > 0 ? Unreachable() : null;
        Queue.Holds("a", "b");

        Start();
        Advance(5);

        Assert.Equal([["a", "b"], ["a", "b"], ["a", "b"]], Queue.Deletes);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void A_message_whose_delete_was_given_up_is_deleted_and_not_handled_when_it_reappears()
    {
        var outage = true;
        Queue.CallFailure = _ => outage ? Unreachable() : null;
        Queue.Holds("a");
        Start();
        Advance(20);
        outage = false;

        Advance(20);

        Assert.Equal(["a"], Handler.Handled);
        Assert.Empty(Queue.Messages);
        Assert.Equal(1, Counts["workers.messages.settled/redelivered"]);
    }

    [Fact]
    public void The_message_is_not_handled_again_although_SQS_said_yes_to_another_of_its_receipts()
    {
        Queue.Takes = call => call == "delete" ? Seconds(1) : TimeSpan.Zero;
        Queue.EntryFailure = (_, message) => message.ReceiptHandle == "receipt-1" ? "InternalError" : null;
        Queue.Holds("a");
        Start();
        Advance(0.5);
        Do(() => Queue.ShowsAgain("a"));
        Advance(0.7);

        // The third receive is on its way when SQS says yes to the second receipt, and deletes nothing.
        Queue.ReceiveTakes = Seconds(1);
        Do(() => Queue.ShowsAgain("a"));
        Advance(10);

        Assert.Equal(["a"], Handler.Handled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void A_receipt_that_is_gone_is_not_tried_again()
    {
        Queue.EntryFailure = (_, _) => "ReceiptHandleIsInvalid";
        Queue.Holds("a");

        Start();
        Advance(20);

        Assert.Single(Queue.Deletes);
    }

    private static QueueCallException Unreachable() => new("DeleteMessageBatch", throttled: false, new HttpRequestException("unreachable"));
}
