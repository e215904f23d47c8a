using System.Net;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenTheServiceRefuses : WireSpec
{
    [Theory]
    [InlineData("""{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"No such queue."}""")]
    [InlineData("""{"__type":"QueueDoesNotExist","Message":"No such queue."}""")]
    [InlineData("""{"__type":"QueueDoesNotExist:http://internal.example/","message":"No such queue."}""")]
    [InlineData("""{"code":"QueueDoesNotExist","message":"No such queue."}""")]
    public async Task The_error_it_names_becomes_an_exception_of_that_name(string body)
    {
        Service.Answers(body, 400);

        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => Sqs.GetQueueUrlAsync("orders", Cancellation));

        Assert.Equal("QueueDoesNotExist", error.ErrorCode);
        Assert.Equal("No such queue.", error.Message);
        Assert.Equal(ErrorType.Unknown, error.ErrorType);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("the-request-id", error.RequestId);
    }

    [Fact]
    public async Task The_old_code_and_the_fault_are_taken_from_the_header()
    {
        Service.Answers(
            """{"__type":"com.amazonaws.sqs#QueueDoesNotExist"}""",
            400,
            ("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"));

        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => Sqs.GetQueueUrlAsync("orders", Cancellation));

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", error.ErrorCode);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
    }

    [Theory]
    [InlineData("NonExistentQueue")]
    [InlineData("Non;Existent;Queue")]
    public async Task A_header_of_another_form_changes_nothing(string header)
    {
        Service.Answers("""{"__type":"QueueDoesNotExist"}""", 400, ("x-amzn-query-error", header));

        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => Sqs.GetQueueUrlAsync("orders", Cancellation));

        Assert.Equal("QueueDoesNotExist", error.ErrorCode);
    }

    [Fact]
    public async Task EventBridge_has_no_such_header()
    {
        Service.Answers("""{"__type":"ResourceNotFoundException"}""", 400, ("x-amzn-query-error", "Old;Sender"));

        var error = await Assert.ThrowsAsync<Amazon.EventBridge.Model.ResourceNotFoundException>(() =>
            Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation));

        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal(ErrorType.Unknown, error.ErrorType);
    }

    [Fact]
    public async Task An_error_without_a_type_of_its_own_keeps_its_code()
    {
        Service.Answers("""{"__type":"ValidationException","message":"Too long."}""", 400);

        var sqs = await Assert.ThrowsAsync<AmazonSQSException>(() => Sqs.ListQueuesAsync("", Cancellation));
        var events = await Assert.ThrowsAsync<AmazonEventBridgeException>(() =>
            Events.ListRulesAsync(new ListRulesRequest(), Cancellation));

        Assert.Equal(("ValidationException", "Too long."), (sqs.ErrorCode, sqs.Message));
        Assert.Equal(("ValidationException", "Too long."), (events.ErrorCode, events.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    public async Task An_error_that_says_nothing_is_the_services_own(string body)
    {
        Service.Answers(body, 400);

        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => Sqs.ListQueuesAsync("", Cancellation));

        Assert.Null(error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }
}
