using Amazon.EventBridge;
using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenTheBusIsOutOfReach : IDisposable
{
    private readonly PublisherFixture _fixture = new();

    public static TheoryData<Exception> Failures =>
    [
        new AmazonEventBridgeException("throttled"),
        new HttpRequestException("no route"),
        new TaskCanceledException("timed out"),
    ];

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_was_not_taken_is_told_with_the_cause(Exception cause)
    {
        _fixture.Bus.ThenRefuses("ThrottlingException", "b").ThenThrows(cause);
        var events = PublisherFixture.Events([.. Enumerable.Repeat("a", 9), "b", "c"]);

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(events));

        Assert.Equal(events[9..], failure.NotTaken);
        Assert.Same(cause, failure.InnerException);
        Assert.Equal(2, _fixture.Bus.Calls.Count);
    }

    [Fact]
    public async Task Cancellation_is_no_failure()
    {
        _fixture.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));
    }
}
