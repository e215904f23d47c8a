using Amazon.SQS.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine.Hosting;
using Workers.Events;

namespace Workers.Tests.Engine;

public sealed class WhenAQueueIsOpened : IDisposable
{
    private const string Redrive = """{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:user3-orders-dlq","maxReceiveCount":"100"}""";

    private readonly FakeTime _time = new();
    private readonly FakeSqs _sqs = new();
    private readonly QueueFinder _finder;
    private Dictionary<string, string> _settings = new() { ["VisibilityTimeout"] = "60", ["RedrivePolicy"] = Redrive };

    public WhenAQueueIsOpened()
    {
        _finder = new QueueFinder(_sqs, new ResourceNaming { Prefix = "user3-" }, _time, new Jitter(new FixedRandom(1)), NullLogger.Instance);
        _sqs.Answers = Answer;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sqs.Dispose();

    [Fact]
    public async Task Its_settings_are_the_queues_own()
    {
        var details = await _finder.FindAsync("orders", null, Cancellation);

        Assert.Equal(
            new QueueDetails("user3-orders", "url/user3-orders", TimeSpan.FromSeconds(60), 100, "user3-orders-dlq", "url/user3-orders-dlq"),
            details);
    }

    [Fact]
    public async Task Its_dead_letter_queue_may_be_in_another_account()
    {
        await _finder.FindAsync("orders", null, Cancellation);

        Assert.Equal("123456789012", _sqs.Requests.OfType<GetQueueUrlRequest>().Last().QueueOwnerAWSAccountId);
    }

    [Fact]
    public async Task Its_dead_letter_queue_may_be_named_by_option()
    {
        _settings = new() { ["VisibilityTimeout"] = "60" };

        var details = await _finder.FindAsync("orders", "graveyard", Cancellation);

        Assert.Equal("user3-graveyard", details.DeadLetterName);
        Assert.Null(details.MaxReceiveCount);
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_named_with_its_region_and_endpoint()
    {
        _sqs.Answers = _ => new QueueDoesNotExistException("no");

        var failure = await Assert.ThrowsAsync<QueueNotUsableException>(() => _finder.FindAsync("orders", null, Cancellation));

        Assert.StartsWith("Queue user3-orders does not exist in region eu-west-1 at http://sqs.example", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_letter_queue_that_does_not_exist_is_named_too()
    {
        _sqs.Answers = request => request is GetQueueUrlRequest { QueueName: "user3-orders-dlq" } ? new QueueDoesNotExistException("no") : Answer(request);

        var failure = await Assert.ThrowsAsync<QueueNotUsableException>(() => _finder.FindAsync("orders", null, Cancellation));

        Assert.StartsWith("Queue user3-orders-dlq does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_without_a_dead_letter_queue_is_refused()
    {
        _settings = new() { ["VisibilityTimeout"] = "60" };

        var failure = await Assert.ThrowsAsync<QueueNotUsableException>(() => _finder.FindAsync("orders", null, Cancellation));

        Assert.StartsWith("Queue user3-orders has no dead-letter queue", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_hides_nothing_is_refused()
    {
        _settings["VisibilityTimeout"] = "0";

        await Assert.ThrowsAsync<QueueNotUsableException>(() => _finder.FindAsync("orders", null, Cancellation));
    }

    [Fact]
    public async Task It_is_asked_again_while_SQS_cannot_be_reached()
    {
        var failures = 2;
        _sqs.Answers = request => failures-- > 0 ? new HttpRequestException("refused") : Answer(request);

        var opening = _finder.FindAsync("orders", null, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(opening.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("user3-orders", (await opening).Name);
    }

    private object Answer(Amazon.SQS.AmazonSQSRequest request) => request switch
    {
        GetQueueUrlRequest url => new GetQueueUrlResponse { QueueUrl = $"url/{url.QueueName}" },
        _ => new GetQueueAttributesResponse { Attributes = _settings },
    };
}
