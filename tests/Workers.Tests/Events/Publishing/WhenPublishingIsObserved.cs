using System.Diagnostics;

namespace Workers.Tests.Events.Publishing;

public sealed class WhenPublishingIsObserved : IDisposable
{
    private const string Traced = """{"n":1,"metadata":{"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}}""";
    private const string OfAnother = """{"n":2,"metadata":{"traceparent":"00-1af7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01"}}""";

    private readonly PublisherFixture _fixture = new();
    private readonly List<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public WhenPublishingIsObserved()
    {
        _listener = new()
        {
            ShouldListenTo = source => source == _fixture.Tracing,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public async Task Calls_are_timed_and_events_that_were_taken_are_counted()
    {
        await _fixture.PublishAsync(PublisherFixture.Events("a", "b"));

        Assert.Single(_fixture.Counts.Measured("messaging.client.operation.duration", "publish"));
        Assert.Equal(2, _fixture.Counts["workers.events.published"]);
        Assert.Equal(0, _fixture.Counts["workers.events.failed"]);
    }

    [Fact]
    public async Task An_entry_that_is_taken_at_a_later_try_is_published_and_not_failed()
    {
        _fixture.Bus.ThenRefuses("ThrottlingException", "a");

        await _fixture.PublishAsync(PublisherFixture.Events("a", "b"));

        Assert.Equal(2, _fixture.Counts["workers.events.published"]);
        Assert.Equal(0, _fixture.Counts["workers.events.failed"]);
        Assert.Single(_fixture.Counts.Measured("messaging.client.operation.duration", "ThrottlingException"));
    }

    [Fact]
    public async Task What_is_given_up_is_counted_with_the_reason()
    {
        _fixture.Bus.ThenRefuses("MalformedDetail", "a");

        await Assert.ThrowsAsync<Workers.Events.Publishing.PublishFailedException>(
            () => _fixture.PublishAsync(PublisherFixture.Events("a", "b")));

        Assert.Equal(1, _fixture.Counts["workers.events.failed/MalformedDetail"]);
        Assert.Equal(1, _fixture.Counts["workers.events.published"]);
    }

    [Fact]
    public async Task A_call_belongs_to_the_trace_of_its_first_event_and_links_to_those_of_the_others()
    {
        await _fixture.PublishAsync(PublisherFixture.Events("no trace", Traced, OfAnother));

        var span = Assert.Single(_spans);
        Assert.Equal("publish user3-ecommerce-events", span.DisplayName);
        Assert.Equal("b7ad6b7169203331", span.ParentSpanId.ToHexString());
        Assert.Equal("1af7651916cd43dd8448eb211c80319c", Assert.Single(span.Links).Context.TraceId.ToHexString());
    }

    [Fact]
    public async Task A_call_that_a_span_makes_is_that_spans_child()
    {
        using var request = new Activity("request").Start();

        await _fixture.PublishAsync(PublisherFixture.Events("a"));

        Assert.Equal(request.SpanId, Assert.Single(_spans).ParentSpanId);
    }

    [Fact]
    public async Task The_span_of_a_call_that_fails_says_so()
    {
        _fixture.Bus.ThenRefuses("MalformedDetail", "a");

        await Assert.ThrowsAsync<Workers.Events.Publishing.PublishFailedException>(
            () => _fixture.PublishAsync(PublisherFixture.Events("a")));

        var span = Assert.Single(_spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("MalformedDetail", span.GetTagItem("error.type"));
    }
}
