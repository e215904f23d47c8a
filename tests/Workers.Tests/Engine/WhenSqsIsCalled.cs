using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Engine.Hosting;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenSqsIsCalled : IDisposable
{
    private static readonly QueueDetails Queue = new(
        "orders", "http://sqs.example/1/orders", TimeSpan.FromSeconds(45), 100, "orders-dlq", "http://sqs.example/1/orders-dlq");

    private readonly FakeSqs _sqs = new();
    private readonly FakeSqs _polls = new();
    private readonly SqsMessageQueue _queue;

    public WhenSqsIsCalled() => _queue = new SqsMessageQueue(_polls, _sqs, Queue, TimeSpan.FromSeconds(20), new FakeTime());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sqs.Dispose();
        _polls.Dispose();
    }

    [Fact]
    public async Task Polls_go_to_the_polling_client_and_every_other_call_does_not()
    {
        _polls.Answers = _ => new ReceiveMessageResponse();
        _sqs.Answers = request => request switch
        {
            DeleteMessageBatchRequest => new DeleteMessageBatchResponse(),
            ChangeMessageVisibilityBatchRequest => new ChangeMessageVisibilityBatchResponse(),
            _ => new SendMessageBatchResponse(),
        };
        var message = Message("a", "receipt");

        await _queue.ReceiveAsync(10, Cancellation);
        await _queue.DeleteAsync([message], Cancellation);
        await _queue.ChangeVisibilityAsync([new(message, TimeSpan.Zero)], Cancellation);
        await _queue.DeadLetterAsync([new(message, "reason", null, null, FakeTime.Start)], Cancellation);

        _polls.Only<ReceiveMessageRequest>();
        Assert.Single(_polls.Requests);
        Assert.Equal(3, _sqs.Requests.Count);
    }

    [Fact]
    public async Task A_receive_polls_long_and_says_the_visibility_timeout_expressly()
    {
        _polls.Answers = _ => new ReceiveMessageResponse();

        await _queue.ReceiveAsync(7, Cancellation);

        var request = _polls.Only<ReceiveMessageRequest>();
        Assert.Equal(Queue.Url, request.QueueUrl);
        Assert.Equal(7, request.MaxNumberOfMessages);
        Assert.Equal(20, request.WaitTimeSeconds);
        Assert.Equal(45, request.VisibilityTimeout);
        Assert.Equal(
            ["ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SentTimestamp", "MessageGroupId"],
            request.MessageSystemAttributeNames);
    }

    [Fact]
    public async Task An_empty_receive_brings_no_messages()
    {
        _polls.Answers = _ => new ReceiveMessageResponse { Messages = null };

        Assert.Empty(await _queue.ReceiveAsync(10, Cancellation));
    }

    [Fact]
    public async Task A_message_carries_what_SQS_says_of_it()
    {
        _polls.Answers = _ => new ReceiveMessageResponse
        {
            Messages =
            [
                new Message
                {
                    MessageId = "id",
                    ReceiptHandle = "receipt",
                    Body = "body",
                    Attributes = new()
                    {
                        ["ApproximateReceiveCount"] = "3",
                        ["ApproximateFirstReceiveTimestamp"] = "1768471200000",
                        ["SentTimestamp"] = "1768471199000",
                    },
                },
                new Message { MessageId = "bare", ReceiptHandle = "other", Body = "" },
            ],
        };

        var messages = await _queue.ReceiveAsync(10, Cancellation);

        Assert.Equal(
            [
                new ReceivedMessage("id", "receipt", "body", 3, FakeTime.Start, FakeTime.Start.AddSeconds(-1)),
                new ReceivedMessage("bare", "other", "", 1, FakeTime.Start, FakeTime.Start),
            ],
            messages);
    }

    [Fact]
    public async Task Entries_are_told_apart_by_their_place()
    {
        _sqs.Answers = _ => new DeleteMessageBatchResponse
        {
            Failed = [new BatchResultErrorEntry { Id = "1", Code = "InternalError", SenderFault = false }],
        };

        var failures = await _queue.DeleteAsync([Message("a", "receipt-1"), Message("a", "receipt-2")], Cancellation);

        var request = _sqs.Only<DeleteMessageBatchRequest>();
        Assert.Equal([("0", "receipt-1"), ("1", "receipt-2")], request.Entries.Select(entry => (entry.Id, entry.ReceiptHandle)));
        Assert.Equal([new EntryFailure(1, "InternalError", ReceiptIsGone: false)], failures);
    }

    [Fact]
    public async Task No_failed_entries_are_no_failures()
    {
        _sqs.Answers = _ => new DeleteMessageBatchResponse { Failed = null };

        Assert.Empty(await _queue.DeleteAsync([Message("a", "receipt")], Cancellation));
    }

    [Theory]
    [InlineData("ReceiptHandleIsInvalid", true)]
    [InlineData("InvalidParameterValue", true)]
    [InlineData("InvalidParameterValueException", true)]
    [InlineData("AWS.SimpleQueueService.MessageNotInflight", true)]
    [InlineData("InternalError", false)]
    [InlineData("RequestThrottled", false)]
    public async Task A_receipt_that_is_gone_is_told_from_one_that_may_be_good_later(string code, bool isGone)
    {
        _sqs.Answers = _ => new ChangeMessageVisibilityBatchResponse { Failed = [new BatchResultErrorEntry { Id = "0", Code = code }] };

        var failures = await _queue.ChangeVisibilityAsync([new(Message("a", "receipt"), TimeSpan.FromSeconds(1.2))], Cancellation);

        Assert.Equal(isGone, Assert.Single(failures).ReceiptIsGone);
        Assert.Equal(2, Assert.Single(_sqs.Only<ChangeMessageVisibilityBatchRequest>().Entries).VisibilityTimeout);
    }

    [Fact]
    public async Task Throttling_is_told_from_other_failures()
    {
        _polls.Answers = _ => new AmazonSQSException("slow down") { ErrorCode = "RequestThrottled" };
        var throttled = await Assert.ThrowsAsync<QueueCallException>(() => _queue.ReceiveAsync(10, Cancellation));

        _polls.Answers = _ => new HttpRequestException("connection refused");
        var refused = await Assert.ThrowsAsync<QueueCallException>(() => _queue.ReceiveAsync(10, Cancellation));

        Assert.True(throttled.Throttled);
        Assert.False(refused.Throttled);
        Assert.Equal("ReceiveMessage failed: connection refused", refused.Message);
    }

    [Fact]
    public async Task A_timeout_within_the_SDK_is_a_failure_and_not_a_cancellation()
    {
        _polls.Answers = _ => new TaskCanceledException();

        await Assert.ThrowsAsync<QueueCallException>(() => _queue.ReceiveAsync(10, Cancellation));
        await Assert.ThrowsAsync<TaskCanceledException>(() => _queue.ReceiveAsync(10, new CancellationToken(canceled: true)));
    }

    private static ReceivedMessage Message(string id, string receipt) => new(id, receipt, "", 1, FakeTime.Start, FakeTime.Start);
}
