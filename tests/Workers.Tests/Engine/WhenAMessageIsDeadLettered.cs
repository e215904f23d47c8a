using System.Text;
using Amazon.SQS.Model;
using Workers.Engine;
using Workers.Engine.Hosting;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenAMessageIsDeadLettered : IDisposable
{
    private const int MaxBytes = 1024 * 1024;

    private readonly FakeSqs _sqs = new() { Answers = _ => new SendMessageBatchResponse() };
    private readonly SqsMessageQueue _queue;

    public WhenAMessageIsDeadLettered()
    {
        var details = new QueueDetails("orders", "url", TimeSpan.FromSeconds(45), 100, "orders-dlq", "dead-letter-url");
        _queue = new SqsMessageQueue(_sqs, _sqs, details, TimeSpan.FromSeconds(20), new FakeTime());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sqs.Dispose();

    [Fact]
    public async Task It_says_why_and_where_from()
    {
        await _queue.DeadLetterAsync([Letter("body") with { Handler = "Orders.Handler", Place = "Orders.Handler.Decide" }], Cancellation);

        var request = _sqs.Only<SendMessageBatchRequest>();
        Assert.Equal("dead-letter-url", request.QueueUrl);
        Assert.Equal(
            new Dictionary<string, string>
            {
                [DeadLetterAttributes.Reason] = "reason",
                [DeadLetterAttributes.ExceptionType] = "System.Exception",
                [DeadLetterAttributes.OriginalQueue] = "orders",
                [DeadLetterAttributes.EventId] = "event",
                [DeadLetterAttributes.OriginalMessageId] = "id",
                [DeadLetterAttributes.ReceiveCount] = "7",
                [DeadLetterAttributes.DeadLetteredAt] = "2026-01-15T10:00:00.0000000Z",
                [DeadLetterAttributes.Handler] = "Orders.Handler",
                [DeadLetterAttributes.Place] = "Orders.Handler.Decide",
            },
            Attributes(request.Entries[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"a\": \"\\u0000 é 🎉\" }\r\n\t ")]
    public async Task Its_body_is_not_touched(string body)
    {
        await _queue.DeadLetterAsync([Letter(body)], Cancellation);

        Assert.Equal(body, _sqs.Only<SendMessageBatchRequest>().Entries[0].MessageBody);
    }

    [Fact]
    public async Task The_reason_is_cleaned_of_what_SQS_refuses_and_cut()
    {
        var reason = "a\0b\uFFFFc\uD83Cd\te🎉" + new string('x', 2000);

        await _queue.DeadLetterAsync([Letter("body") with { Reason = reason }], Cancellation);

        var sent = Attributes(_sqs.Only<SendMessageBatchRequest>().Entries[0])[DeadLetterAttributes.Reason];
        Assert.StartsWith("a\uFFFDb\uFFFDc\uFFFDd\te🎉xxx", sent, StringComparison.Ordinal);
        Assert.Equal(1024, sent.Length);
    }

    [Fact]
    public async Task What_is_empty_is_left_out()
    {
        await _queue.DeadLetterAsync([Letter("body") with { Reason = "", ExceptionType = null, EventId = null }], Cancellation);

        Assert.Equal(
            [
                DeadLetterAttributes.OriginalQueue,
                DeadLetterAttributes.OriginalMessageId,
                DeadLetterAttributes.ReceiveCount,
                DeadLetterAttributes.DeadLetteredAt,
            ],
            Attributes(_sqs.Only<SendMessageBatchRequest>().Entries[0]).Keys);
    }

    [Fact]
    public async Task Attributes_give_way_to_a_body_that_leaves_little_room()
    {
        await _queue.DeadLetterAsync([Letter(new string('b', MaxBytes - 20)), Letter(new string('b', MaxBytes))], Cancellation);

        var entries = _sqs.Requests.Cast<SendMessageBatchRequest>().Select(request => Assert.Single(request.Entries)).ToList();
        Assert.Equal([DeadLetterAttributes.Reason], Attributes(entries[0]).Keys.Except([DeadLetterAttributes.ReceiveCount]));
        Assert.Empty(Attributes(entries[1]));
        Assert.All(entries, entry => Assert.True(Size(entry) <= MaxBytes));
    }

    [Fact]
    public async Task Large_messages_share_a_call_only_where_they_fit()
    {
        var letters = Enumerable.Range(0, 5).Select(_ => Letter(new string('b', 400_000))).ToList();

        await _queue.DeadLetterAsync(letters, Cancellation);

        var calls = _sqs.Requests.Cast<SendMessageBatchRequest>().Select(request => request.Entries.Select(entry => entry.Id));
        Assert.Equal([["0", "1"], ["2", "3"], ["4"]], calls);
    }

    [Fact]
    public async Task It_learns_the_id_that_it_has_in_the_dead_letter_queue()
    {
        List<DeadLetter> letters = [Letter("a"), Letter("b")];
        _sqs.Answers = _ => new SendMessageBatchResponse { Successful = [new() { Id = "1", MessageId = "letter-b" }], Failed = [new() { Id = "0", Code = "no" }] };

        await _queue.DeadLetterAsync(letters, Cancellation);

        Assert.Equal([null, "letter-b"], letters.Select(letter => letter.LetterId));
    }

    [Fact]
    public async Task A_call_that_fails_takes_no_other_with_it()
    {
        var letters = Enumerable.Range(0, 4).Select(_ => Letter(new string('b', 400_000))).ToList();
        _sqs.Answers = request => ((SendMessageBatchRequest)request).Entries[0].Id == "2"
            ? new HttpRequestException("refused")
            : new SendMessageBatchResponse();

        var failures = await _queue.DeadLetterAsync(letters, Cancellation);

        Assert.Equal([2, 3], failures.Select(failure => failure.Index));
    }

    private static DeadLetter Letter(string body) =>
        new(new ReceivedMessage("id", "receipt", body, 7, FakeTime.Start, FakeTime.Start), "reason", "System.Exception", "event", FakeTime.Start);

    private static Dictionary<string, string> Attributes(SendMessageBatchRequestEntry entry) =>
        entry.MessageAttributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue);

    private static int Size(SendMessageBatchRequestEntry entry) =>
        Encoding.UTF8.GetByteCount(entry.MessageBody)
        + entry.MessageAttributes.Sum(attribute =>
            attribute.Key.Length + attribute.Value.DataType.Length + Encoding.UTF8.GetByteCount(attribute.Value.StringValue));
}
