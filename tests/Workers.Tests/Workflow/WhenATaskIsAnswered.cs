using System.Net;
using Amazon.Runtime;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Workflow;

public sealed class WhenATaskIsAnswered : WorkflowSpec
{
    private static readonly OrderItem[] Items = [new("LAPTOP", 1)];

    /// <summary>Every event that answers a task, and what the task is told.</summary>
    public static TheoryData<IEventDetail, string> Answers { get; } = new()
    {
        { new OrderRecorded(OrderId, "CUST-1", Items, 90, 0, 0, 90, FakeTime.Start, 1), "success" },
        { new InventoryReserved(OrderId, Items, FakeTime.Start, "CUST-1", 90), "success" },
        { new OrderPaid(OrderId, "CUST-1", 90, "pay-1", Items, FakeTime.Start, FakeTime.Start, 4), "success" },
        { new ShipmentCreated(OrderId, "CUST-1", "ship-1", "Swift", "T-1"), "success" },
        { new InventoryReleased(OrderId, Items, FakeTime.Start, "CUST-1"), "success" },
        { new NothingReleased(OrderId, "CUST-1", "nothing was reserved"), "success" },
        { new PaymentRefunded(OrderId, "CUST-1", "pay-1", 90), "success" },
        { new NothingRefunded(OrderId, "CUST-1", "nothing was charged"), "success" },
        {
            new ReservationFailed(OrderId, "LAPTOP", ReservationFailure.InsufficientStock, "CUST-1", 2, 1),
            "failure token-1 InsufficientStock: of product LAPTOP 1 of 2 units are available"
        },
        {
            new ReservationFailed(OrderId, "LAPTOP", ReservationFailure.ProductNotFound, "CUST-1"),
            "failure token-1 InsufficientStock: product LAPTOP is unknown"
        },
        {
            new ReservationFailed(OrderId, "LAPTOP", ReservationFailure.Other, Explanation: "the order has ended"),
            "failure token-1 InsufficientStock: the order has ended"
        },
        { new OrderRefused(OrderId, "CUST-1", 90, "Another order has this id."), "failure token-1 OrderRefused: Another order has this id." },
        { new PaymentFailed(OrderId, "no money", "insufficient_funds", "CUST-1", 90), "failure token-1 PaymentDeclined: no money" },
        { new PaymentFailed(OrderId, ""), "failure token-1 PaymentDeclined: PaymentDeclined" },
        { new ShippingFailed(OrderId, "no such street", "CUST-1"), "failure token-1 ShippingFailed: no such street" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void It_succeeds_with_the_event_or_fails_with_its_reason(IEventDetail answer, string told)
    {
        Hear(answer, taskToken: "token-1");

        var expected = told == "success" ? $"success token-1 {EventCatalog.Build().Store(answer).Json}" : told;
        Assert.Equal(expected, Assert.Single(States.Calls));
        Assert.Equal(1, Meters[$"workers.workflow.answers/{(told == "success" ? "succeeded" : "failed")}"]);
    }

    [Fact]
    public void Every_event_that_answers_tasks_is_handed_on() => Assert.Equal(
        EventNames.TaskAnswers.Select(name => name.ToString()).Order(),
        Answers.Select(answer => EventCatalog.Build().NameOf(answer.Data.Item1).ToString()).Distinct().Order());

    [Fact]
    public void Each_token_is_answered_once()
    {
        Hear(Reserved, "event-1", "token-1");
        Hear(Reserved, "event-1", "token-1");
        Hear(Reserved, "event-1", "token-2");

        Assert.Equal(["success token-1", "success token-2"], States.Calls.Select(call => string.Join(' ', call.Split(' ')[..2])));
    }

    [Fact]
    public void An_event_that_nobody_waits_for_is_let_go()
    {
        Hear(Reserved);

        Assert.Empty(States.Calls);
        Assert.Empty(Worker.Messages);
    }

    public static TheoryData<Exception> TooLate { get; } =
        [Refusals.TaskTimedOut(), Refusals.TaskDoesNotExist(), Refusals.InvalidToken()];

    [Theory]
    [MemberData(nameof(TooLate))]
    public void A_task_that_waits_no_longer_is_done_with(Exception failure)
    {
        States.Failures.Enqueue(failure);

        Hear(Reserved, taskToken: "token-1");

        Assert.Single(States.Calls);
        Assert.Empty(Worker.DeadLetters);
        Assert.Equal((1, 0), (Meters["workers.workflow.answers/late"], Meters["workers.workflow.answers/succeeded"]));
    }

    public static TheoryData<Exception> Away { get; } =
    [
        new AmazonServiceException("slow down") { ErrorCode = "ThrottlingException", StatusCode = HttpStatusCode.BadRequest },
        new AmazonServiceException("away") { StatusCode = HttpStatusCode.ServiceUnavailable },
        new HttpRequestException(HttpRequestError.ConnectionError),
        new AmazonServiceException("no") { ErrorCode = "AccessDeniedException", StatusCode = HttpStatusCode.BadRequest },
    ];

    [Theory]
    [MemberData(nameof(Away))]
    public void A_call_that_is_not_taken_is_made_again_however_often(Exception failure)
    {
        for (var time = 0; time < 12; time++)
        {
            States.Failures.Enqueue(failure);
        }

        Hear(Reserved, taskToken: "token-1");

        Assert.Equal(13, States.Calls.Count);
        Assert.Empty(Worker.DeadLetters);
        Assert.Equal((12, 1), (Meters["workers.workflow.outages"], Meters["workers.workflow.answers/succeeded"]));
    }

    [Fact]
    public void An_answer_that_no_task_can_have_is_dead_lettered()
    {
        States.Failures.Enqueue(Refusals.InvalidOutput());

        Hear(Reserved, taskToken: "token-1");

        Assert.Equal("Step Functions does not take the answer as a task's output.", Assert.Single(Worker.DeadLetters).Reason);
    }

    private static InventoryReserved Reserved { get; } = new(OrderId, Items, FakeTime.Start, "CUST-1", 90);
}
