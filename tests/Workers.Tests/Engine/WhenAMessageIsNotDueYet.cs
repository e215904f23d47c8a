using Amazon.SQS.Model;
using Workers.Engine.Hosting;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenAMessageIsNotDueYet : ConsumerSpec
{
    private const double Day = 24 * 60 * 60;

    [Fact]
    public void It_is_handled_at_its_time_and_not_before()
    {
        Queue.Holds("timer@90");
        Start();

        Advance(89.9);
        Assert.Empty(Handler.Handled);

        Advance(0.1);
        Assert.Equal(["timer@90"], Handler.Handled);
        Assert.Empty(Queue.Messages);
    }

    [Fact]
    public void It_is_sent_again_with_the_longest_delay_of_SQS_until_its_time_is_near()
    {
        Queue.Holds("timer@2000");
        Start();

        Advance(2000);

        Assert.Equal([900, 900, 200], Queue.SentAgain.Select(copy => copy.Seconds));
        Assert.Equal(["timer@2000"], Handler.Handled);
    }

    [Fact]
    public void Part_of_a_second_is_rounded_up()
    {
        Queue.Holds("timer@1.2");
        Start();

        Advance(1.9);
        Assert.Empty(Handler.Handled);

        Advance(0.1);
        Assert.Single(Handler.Handled);
    }

    [Fact]
    public void It_is_neither_in_flight_nor_received_again_and_again_while_it_waits_for_days()
    {
        Queue.Holds($"timer@{3 * Day}");
        Start();

        Advance(2 * Day);

        Assert.Equal(2 * Day / 900, Queue.SentAgain.Count, 1d);
        Assert.Equal(0, Assert.Single(Queue.Waiting).ReceiveCount);
        Assert.Empty(Queue.VisibilityChanges);
    }

    [Fact]
    public void A_queue_that_does_not_take_it_again_keeps_it_and_is_asked_once_more()
    {
        Queue.EntryFailure = (call, _) => call == "send again" && Queue.SentAgain.Count == 0 && Time.Elapsed < Seconds(1) ? "InternalError" : null;
        Queue.Holds("timer@600");
        Start();

        Advance(599);
        Assert.Empty(Handler.Handled);
        Assert.Single(Queue.Messages);

        Advance(1);
        Assert.Equal(["timer@600"], Handler.Handled);
    }

    [Fact]
    public void A_delete_that_fails_after_it_was_sent_again_is_tried_again_and_it_is_not_sent_twice()
    {
        var fails = 1;
        Queue.EntryFailure = (call, _) => call == "delete" && fails-- > 0 ? "InternalError" : null;
        Queue.Holds("timer@600");
        Start();

        Advance(700);

        Assert.Single(Queue.SentAgain);
        Assert.Equal(["timer@600"], Handler.Handled);
    }

    [Fact]
    public void It_says_nothing_of_the_health_of_handling_and_does_not_pause_receiving()
    {
        Queue.Holds(Enumerable.Range(1, 50).Select(number => $"timer-{number}@600"));
        Start();
        Advance(1);

        Queue.Holds("message");
        Advance(1);

        Assert.Equal(["message"], Handler.Handled);
        Assert.Equal(50, Queue.SentAgain.Count);
    }

    [Fact]
    public void It_is_shown_again_at_once_where_the_host_stops()
    {
        Queue.Holds("timer@600");
        Queue.Takes = call => call == "send again" ? Seconds(2) : TimeSpan.Zero;
        Start();

        BeginDrain();
        Advance(30);

        Assert.True(Drained);
        Assert.Equal(0, LeftByDrain);
        Assert.Single(Queue.Messages);
    }

    [Fact]
    public async Task SQS_is_sent_the_same_body_with_the_delay()
    {
        using var sqs = new FakeSqs { Answers = _ => new SendMessageBatchResponse() };
        var details = new QueueDetails("timers", "url", Seconds(45), 100, "timers-dlq", "dead-letter-url");
        var queue = new SqsMessageQueue(sqs, sqs, details, Seconds(20), new FakeTime());
        var message = new ReceivedMessage("id", "receipt", "body", 1, FakeTime.Start, FakeTime.Start);

        await queue.SendAgainAsync([new(message, Seconds(12.5))], TestContext.Current.CancellationToken);

        var request = sqs.Only<SendMessageBatchRequest>();
        var entry = Assert.Single(request.Entries);
        Assert.Equal("url", request.QueueUrl);
        Assert.Equal("body", entry.MessageBody);
        Assert.Equal(13, entry.DelaySeconds);
    }
}
