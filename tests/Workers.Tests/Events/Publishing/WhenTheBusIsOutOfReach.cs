using System.Net;
using Amazon.Runtime;
using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenTheBusIsOutOfReach : IDisposable
{
    private readonly PublisherFixture _fixture = new();

    public static TheoryData<Exception> Failures =>
    [
        new AmazonServiceException("throttled"),
        new HttpRequestException("no route"),
        new TaskCanceledException("timed out"),
        new TimeoutException("no answer in time"),
    ];

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_was_not_taken_is_told_with_the_cause(Exception cause)
    {
        _fixture.Bus.ThenRefuses("ThrottlingException", "b").ThenThrows(cause);
        var events = PublisherFixture.Events("a", "b");

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(events));

        Assert.Equal([events[1]], failure.NotTaken);
        Assert.Same(cause, failure.InnerException);
        Assert.Equal(2, _fixture.Bus.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whether_it_was_taken_all_the_same_is_not_known(Exception cause)
    {
        _fixture.Bus.ThenThrows(cause);

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));

        Assert.True(failure.OutcomeIsUnknown);
    }

    [Fact]
    public async Task A_call_that_is_refused_took_nothing()
    {
        _fixture.Bus.ThenThrows(
            new AmazonServiceException("no", null, ErrorType.Sender, "AccessDeniedException", "id", HttpStatusCode.BadRequest));

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));

        Assert.False(failure.OutcomeIsUnknown);
    }

    [Fact]
    public async Task One_lost_answer_among_calls_that_were_refused_is_enough_not_to_know()
    {
        var refused = new AmazonServiceException("no", null, ErrorType.Sender, "AccessDeniedException", "id", HttpStatusCode.BadRequest);
        _fixture.Bus.ThenThrows(refused).ThenThrows(new TimeoutException("no answer in time"));
        var events = PublisherFixture.Events([.. Enumerable.Range(1, 20).Select(number => $"event-{number}")]);

        var failure = await Assert.ThrowsAsync<PublishFailedException>(() => _fixture.PublishAsync(events));

        Assert.True(failure.OutcomeIsUnknown);
        Assert.Equal(20, failure.NotTaken.Count);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_none_of_the_bus()
    {
        _fixture.Bus.ThenThrows(new InvalidOperationException());

        await Assert.ThrowsAsync<InvalidOperationException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));
    }

    [Fact]
    public async Task Cancellation_is_no_failure()
    {
        _fixture.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.PublishAsync(PublisherFixture.Events("a")));
    }
}
