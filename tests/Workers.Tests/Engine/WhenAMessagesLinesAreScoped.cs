using System.Diagnostics;
using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Tests.Engine;

public sealed class WhenAMessagesLinesAreScoped
{
    private readonly MessageScope _scope = new(
        "specs-queue", new ReceivedMessage("message-1", "receipt", Happened.Traced, 3, FakeTime.Start, FakeTime.Start));

    [Fact]
    public void They_carry_the_messages_ids_from_the_start() =>
        Assert.Equal(
            [("queue", "specs-queue"), ("messageId", "message-1"), ("receiveCount", 3)],
            _scope.Take(3).Select(pair => (pair.Key, pair.Value!)));

    [Fact]
    public void They_carry_the_events_once_it_is_read()
    {
        _scope.Event = Happened.Read(Happened.Traced);

        Assert.Equal("event-traced", Value("eventId"));
        Assert.Equal("correlation", Value("correlationId"));
        Assert.Equal(Happened.Traced, Value("detailType"));
    }

    [Fact]
    public void They_carry_what_could_be_read_of_an_event_that_cannot_be_handled()
    {
        _scope.Unread = new("event-1", "correlation", "Order Placed");

        Assert.Equal(("event-1", "correlation", "Order Placed"), (Value("eventId"), Value("correlationId"), Value("detailType")));
    }

    [Fact]
    public void Where_nobody_traces_they_carry_the_span_that_made_the_event()
    {
        _scope.Event = Happened.Read(Happened.Traced);

        Assert.Equal(Happened.TraceParent, $"00-{Value("traceId")}-{Value("spanId")}-01");
    }

    [Fact]
    public void Where_somebody_traces_they_carry_the_span_that_handles_the_message()
    {
        _scope.Event = Happened.Read(Happened.Traced);
        var span = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

        _scope.Span = span;

        Assert.Equal(span.TraceId.ToHexString(), Value("traceId"));
        Assert.Equal(span.SpanId.ToHexString(), Value("spanId"));
    }

    [Fact]
    public void An_event_without_a_trace_has_none()
    {
        _scope.Event = Happened.Read("untraced");

        Assert.Null(Value("traceId"));
    }

    private object? Value(string name) => _scope.Single(pair => pair.Key == name).Value;
}
