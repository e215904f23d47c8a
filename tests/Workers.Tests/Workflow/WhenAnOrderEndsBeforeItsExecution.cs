using System.Net;
using Amazon.Runtime;
using Workers.Contracts.Events;

namespace Workers.Tests.Workflow;

public sealed class WhenAnOrderEndsBeforeItsExecution : WorkflowSpec
{
    private static readonly OrderCancellationDecided Cancelled =
        new(OrderId, "CUST-1", 90, "changed my mind", FakeTime.Start, FakeTime.Start, 2);

    private static readonly OrderFailed Late =
        new(OrderId, "CUST-1", OrderStage.Deadline, "it was not paid in time", 90, [], FakeTime.Start, FakeTime.Start, 2);

    [Fact]
    public void The_execution_that_leads_it_is_stopped()
    {
        OrderWorkflows.Leaders[OrderId] = Execution;

        Hear(Cancelled, "cancelled");
        Hear(Late, "late");

        Assert.Equal(
            [$"stop {Execution} OrderEnded: changed my mind", $"stop {Execution} OrderEnded: it was not paid in time"], States.Calls);
    }

    [Fact]
    public void A_redelivery_stops_nothing_again()
    {
        OrderWorkflows.Leaders[OrderId] = Execution;

        Hear(Cancelled);
        Hear(Cancelled);

        Assert.Single(States.Calls);
    }

    [Fact]
    public void An_order_that_none_leads_is_let_go()
    {
        Hear(Cancelled);

        Assert.Empty(States.Calls);
        Assert.Empty(Worker.Messages);
    }

    [Fact]
    public void An_execution_that_is_forgotten_is_done_with()
    {
        OrderWorkflows.Leaders[OrderId] = Execution;
        States.Failures.Enqueue(Refusals.ExecutionDoesNotExist());

        Hear(Cancelled);

        Assert.Single(States.Calls);
        Assert.Empty(Worker.DeadLetters);
    }

    [Fact]
    public void A_table_or_a_state_machine_that_does_not_answer_is_waited_for()
    {
        OrderWorkflows.Leaders[OrderId] = Execution;
        var away = new AmazonServiceException("away") { StatusCode = HttpStatusCode.ServiceUnavailable };
        for (var time = 0; time < 10; time++)
        {
            OrderWorkflows.Failures.Enqueue(away);
            States.Failures.Enqueue(away);
        }

        Hear(Cancelled);

        Assert.Equal(11, States.Calls.Count);
        Assert.Empty(Worker.DeadLetters);
    }
}
