using Amazon.StepFunctions.Model;
using Workers.Operations.Executions;

namespace Workers.Tests.Operations;

public sealed class WhenAnExecutionIsShown
{
    private static readonly DateTime Start = new(2026, 1, 15, 10, 0, 0, DateTimeKind.Utc);

    private readonly List<HistoryEvent> _history = [];

    [Fact]
    public void A_state_that_was_left_is_done_and_one_that_was_not_is_running()
    {
        var claim = Enter("ClaimOrder", after: 0);
        var claimed = Leave("ClaimOrder", after: Add("TaskScheduled", claim));
        Add("TaskScheduled", Enter("TakePayment", claimed));

        Assert.Equal(["ClaimOrder Done", "TakePayment Running"], Outcomes(isRunning: true));
    }

    [Fact]
    public void A_state_within_another_stands_within_it()
    {
        var started = Add("ParallelStateStarted", Enter("PrepareOrder", after: 0, "ParallelStateEntered"));
        Leave("RecordOrder", Enter("RecordOrder", started));
        var last = Leave("ReserveStock", Enter("ReserveStock", started));
        var left = Leave("PrepareOrder", Add("ParallelStateSucceeded", last));
        Enter("TakePayment", left);

        Assert.Equal([0, 1, 1, 0], ExecutionSteps.Of(_history, isRunning: true).Select(step => step.Depth));
        Assert.Equal(["PrepareOrder Done", "RecordOrder Done", "ReserveStock Done", "TakePayment Running"], Outcomes(isRunning: true));
    }

    [Fact]
    public void It_stands_in_every_branch_that_is_under_way()
    {
        var started = Add("ParallelStateStarted", Enter("PrepareOrder", after: 0, "ParallelStateEntered"));
        Add("TaskScheduled", Enter("RecordOrder", started));
        Add("TaskScheduled", Enter("ReserveStock", started));

        Assert.Equal(["RecordOrder", "ReserveStock"], ExecutionSteps.CurrentOf(_history));
    }

    [Fact]
    public void A_branch_that_failed_is_over_when_the_state_around_it_was_left()
    {
        var started = Add("ParallelStateStarted", Enter("PrepareOrder", after: 0, "ParallelStateEntered"));
        Fail("TaskFailed", "InsufficientStock", null, Add("TaskScheduled", Enter("ReserveStock", started)));
        var left = Leave("PrepareOrder", Add("ParallelStateFailed", started));
        Add("TaskScheduled", Enter("ReleaseStock", left));

        Assert.Equal(["ReleaseStock"], ExecutionSteps.CurrentOf(_history));
        Assert.Contains("ReserveStock Failed", Outcomes(isRunning: true));
    }

    [Fact]
    public void A_task_that_was_tried_again_and_succeeded_is_done_and_says_how_often_it_was_tried()
    {
        var payment = Enter("TakePayment", after: 0);
        var late = Fail("TaskTimedOut", "States.Timeout", null, Add("TaskScheduled", payment));
        Leave("TakePayment", Add("TaskSucceeded", Add("TaskScheduled", late)));

        var step = Assert.Single(ExecutionSteps.Of(_history, isRunning: false));
        Assert.Equal((StepOutcome.Done, 2, "States.Timeout"), (step.Outcome, step.Attempts, step.Error));
    }

    [Fact]
    public void What_was_undone_is_compensated_and_what_failed_without_is_failed()
    {
        var payment = Leave("TakePayment", Add("TaskSucceeded", Add("TaskScheduled", Enter("TakePayment", after: 0))));
        var shipment = Leave("ShipOrder", Fail("TaskFailed", "ShippingFailed", "no such street", Add("TaskScheduled", Enter("ShipOrder", payment))));
        var refund = Leave("RefundPayment", Add("TaskSucceeded", Add("TaskScheduled", Enter("RefundPayment", shipment))));
        Enter("OrderFailed", refund, "FailStateEntered");

        Assert.Equal(
            ["TakePayment Compensated", "ShipOrder Failed", "RefundPayment Done", "OrderFailed Failed"], Outcomes(isRunning: false));
    }

    [Fact]
    public void A_compensation_that_failed_has_compensated_nothing()
    {
        var payment = Leave("TakePayment", Add("TaskSucceeded", Add("TaskScheduled", Enter("TakePayment", after: 0))));
        Leave("RefundPayment", Fail("TaskTimedOut", "States.Timeout", null, Add("TaskScheduled", Enter("RefundPayment", payment))));

        Assert.Equal(["TakePayment Done", "RefundPayment Failed"], Outcomes(isRunning: false));
    }

    [Fact]
    public void What_was_under_way_when_the_execution_ended_is_stopped()
    {
        Add("TaskScheduled", Enter("TakePayment", after: 0));

        Assert.Equal(["TakePayment Stopped"], Outcomes(isRunning: false));
    }

    [Fact]
    public void What_a_redrive_goes_on_with_is_the_state_that_was_under_way()
    {
        Add("TaskScheduled", Enter("TakePayment", after: 0));
        Add("TaskScheduled", after: Add("ExecutionRedriven", after: Add("ExecutionAborted", after: 0)));

        Assert.Equal(2, Assert.Single(ExecutionSteps.Of(_history, isRunning: true)).Attempts);
    }

    private IEnumerable<string> Outcomes(bool isRunning) =>
        ExecutionSteps.Of(_history, isRunning).Select(step => $"{step.State} {step.Outcome}");

    private long Enter(string name, long after, string type = "TaskStateEntered") =>
        Add(type, after, happened => happened.StateEnteredEventDetails = new() { Name = name });

    private long Leave(string name, long after) =>
        Add("TaskStateExited", after, happened => happened.StateExitedEventDetails = new() { Name = name });

    private long Fail(string type, string error, string? cause, long after) => Add(type, after, happened =>
    {
        if (type == "TaskFailed")
        {
            happened.TaskFailedEventDetails = new() { Error = error, Cause = cause };
        }
        else
        {
            happened.TaskTimedOutEventDetails = new() { Error = error, Cause = cause };
        }
    });

    private long Add(string type, long after, Action<HistoryEvent>? set = null)
    {
        var id = _history.Count + 1;
        var happened = new HistoryEvent { Id = id, PreviousEventId = after, Type = type, Timestamp = Start.AddSeconds(id) };
        set?.Invoke(happened);
        _history.Add(happened);
        return id;
    }
}
