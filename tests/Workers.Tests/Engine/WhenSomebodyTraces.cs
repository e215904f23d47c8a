using System.Diagnostics;
using Workers.Engine.Handling;

namespace Workers.Tests.Engine;

public sealed class WhenSomebodyTraces : ConsumerSpec
{
    private Activity? _span;

    public WhenSomebodyTraces() => Handler.Does = (_, _) =>
    {
        _span = Activity.Current;
        return Task.FromResult(Outcome.Done);
    };

    [Fact]
    public void A_handler_runs_in_a_span_whose_parent_is_the_publishers()
    {
        using var listener = Listen();
        Queue.Holds(Happened.Traced);

        Start();

        Assert.NotNull(_span);
        Assert.Equal(Happened.TraceParent, $"00-{_span.TraceId}-{_span.ParentSpanId}-01");
        Assert.Equal(ActivityKind.Consumer, _span.Kind);
        Assert.Equal("process specs-queue", _span.DisplayName);
        Assert.Equal("event-traced", _span.GetTagItem("workers.event.id"));
        Assert.True(_span.IsStopped);
    }

    [Fact]
    public void An_event_without_a_trace_begins_one()
    {
        using var listener = Listen();
        Queue.Holds("untraced");

        Start();

        Assert.NotNull(_span);
        Assert.Equal(default, _span.ParentSpanId);
    }

    [Fact]
    public void The_span_of_a_handler_that_throws_says_so()
    {
        using var listener = Listen();
        Handler.Does = (_, _) =>
        {
            _span = Activity.Current;
            throw new InvalidOperationException("no such customer");
        };
        Queue.Holds("a");

        Start();

        Assert.Equal(ActivityStatusCode.Error, _span?.Status);
        Assert.Equal("System.InvalidOperationException", _span?.GetTagItem("error.type"));
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Workers.Engine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
