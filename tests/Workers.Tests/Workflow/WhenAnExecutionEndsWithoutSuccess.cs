using Workers.Contracts.Events;

namespace Workers.Tests.Workflow;

public sealed class WhenAnExecutionEndsWithoutSuccess : WorkflowSpec
{
    private static readonly ExecutionEnded TimedOut = new(Execution, "TIMED_OUT", "States.Timeout", OrderId);

    [Theory]
    [InlineData("FAILED", "InsufficientStock: none are left")]
    [InlineData("TIMED_OUT", "States.Timeout")]
    [InlineData("ABORTED", "")]
    public void It_is_told_of_the_order_that_it_led(string status, string reason)
    {
        OrderWorkflows.Leaders[OrderId] = Execution;

        Hear(new ExecutionEnded(Execution, status, reason, OrderId), fulfilment: null);

        var told = Assert.Single(Worker.Published);
        Assert.Equal(new WorkflowFailed(OrderId, Execution, status, reason), told.Detail);
        Assert.Equal("orchestrated", told.Metadata.Fulfilment);
        Assert.Equal(1, Meters["workers.workflow.executions.ended/told"]);
    }

    [Fact]
    public void It_is_told_as_one_event_however_often_it_is_heard()
    {
        OrderWorkflows.Leaders[OrderId] = Execution;

        Hear(TimedOut);
        Hear(TimedOut);

        Assert.Single(Worker.Published.Select(told => told.Metadata.EventId).Distinct());
    }

    [Fact]
    public void Nothing_is_told_of_an_order_that_another_execution_leads()
    {
        OrderWorkflows.Leaders[OrderId] = Execution + "-other";

        Hear(TimedOut);

        Assert.Empty(Worker.Published);
        Assert.Equal(1, Meters["workers.workflow.executions.ended/unheard"]);
    }

    [Fact]
    public void One_that_ended_before_it_led_its_order_is_counted_for_somebody_to_redrive()
    {
        Hear(TimedOut);

        Assert.Empty(Worker.Published);
        Assert.Equal(1, Meters["workers.workflow.executions.ended/unclaimed"]);
    }

    [Fact]
    public void Where_the_event_leaves_out_the_order_the_execution_is_asked_for_it()
    {
        OrderWorkflows.Leaders[OrderId] = Execution;
        States.Input = $$$"""{"detail":{"workflow_id":"WF-1","order_id":"{{{OrderId}}}"}}""";

        Hear(TimedOut with { OrderId = null });

        Assert.Equal($"describe {Execution}", Assert.Single(States.Calls));
        Assert.IsType<WorkflowFailed>(Assert.Single(Worker.Published).Detail);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public void An_execution_that_was_never_about_an_order_is_let_go(string? input)
    {
        States.Input = input;

        Hear(TimedOut with { OrderId = null });

        Assert.Empty(Worker.Published);
        Assert.Empty(Worker.DeadLetters);
    }

    [Fact]
    public void One_that_Step_Functions_has_forgotten_is_let_go()
    {
        States.Failures.Enqueue(Refusals.ExecutionDoesNotExist());

        Hear(TimedOut with { OrderId = null });

        Assert.Empty(Worker.Published);
        Assert.Empty(Worker.DeadLetters);
    }
}
