using System.Net;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

public sealed class WhenAResponseIsRead : WireSpec
{
    [Fact]
    public async Task What_the_service_leaves_out_is_null()
    {
        var received = await Sqs.ReceiveMessageAsync(QueueUrl, Cancellation);
        var deleted = await Sqs.DeleteMessageBatchAsync(QueueUrl, [], Cancellation);
        var put = await Events.PutEventsAsync(new PutEventsRequest(), Cancellation);

        Assert.Null(received.Messages);
        Assert.Null(deleted.Failed);
        Assert.Null(put.FailedEntryCount);
    }

    [Fact]
    public async Task What_the_service_sends_empty_is_empty()
    {
        Service.Answers("""{"Messages":[{"MessageAttributes":{},"Body":"","MD5OfBody":"d41d8cd98f00b204e9800998ecf8427e"}]}""");

        var received = await Sqs.ReceiveMessageAsync(QueueUrl, Cancellation);

        var message = Assert.Single(received.Messages);
        Assert.Empty(message.MessageAttributes);
        Assert.Null(message.Attributes);
    }

    [Fact]
    public async Task It_carries_its_request_id_status_and_length()
    {
        Service.Answers("""{"QueueUrl":"u"}""");

        var response = await Sqs.GetQueueUrlAsync("orders", Cancellation);

        Assert.Equal("u", response.QueueUrl);
        Assert.Equal("the-request-id", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal(16, response.ContentLength);
    }

    [Fact]
    public async Task Members_it_does_not_know_are_passed_over()
    {
        Service.Answers("""{"New":{"Deep":[1,{"x":null}]},"QueueUrl":"u"}""");

        Assert.Equal("u", (await Sqs.GetQueueUrlAsync("orders", Cancellation)).QueueUrl);
    }

    [Fact]
    public async Task Times_are_utc()
    {
        Service.Answers("""{"CreationTime":1767323045.5,"EventCount":3}""");

        var archive = await Events.DescribeArchiveAsync(new DescribeArchiveRequest(), Cancellation);

        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc), archive.CreationTime);
        Assert.Equal(DateTimeKind.Utc, archive.CreationTime!.Value.Kind);
        Assert.Equal(3, archive.EventCount);
    }

    [Fact]
    public async Task A_constant_it_does_not_know_keeps_its_text()
    {
        Service.Answers("""{"State":"ENABLED"}""").Answers("""{"State":"ASLEEP"}""");

        var known = await Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation);
        var unknown = await Events.DescribeRuleAsync(new DescribeRuleRequest(), Cancellation);

        Assert.Same(RuleState.ENABLED, known.State);
        Assert.Equal("ASLEEP", unknown.State.Value);
    }

    [Fact]
    public async Task An_answer_without_members_may_have_no_body()
    {
        Service.Answers("");

        await Sqs.DeleteMessageAsync(QueueUrl, "handle", Cancellation);
        await Events.EnableRuleAsync(new EnableRuleRequest(), Cancellation);

        Assert.Equal(2, Service.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"QueueUrl":""")]
    public async Task An_answer_that_should_have_members_must_be_an_object(string body)
    {
        Service.Answers(body);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => Sqs.GetQueueUrlAsync("orders", Cancellation));

        Assert.Equal("the-request-id", error.RequestId);
    }

    [Fact]
    public async Task Queue_attributes_are_also_typed()
    {
        Service.Answers("""
            {"Attributes":{"VisibilityTimeout":"30","ApproximateNumberOfMessages":"7","CreatedTimestamp":"1767323045",
             "QueueArn":"arn:aws:sqs:eu-west-1:000000000000:orders","FifoQueue":"true","ContentBasedDeduplication":"false"}}
            """);

        var queue = await Sqs.GetQueueAttributesAsync(QueueUrl, ["All"], Cancellation);

        Assert.Equal((30, 7, 0), (queue.VisibilityTimeout, queue.ApproximateNumberOfMessages, queue.DelaySeconds));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), queue.CreatedTimestamp);
        Assert.Equal(DateTime.UnixEpoch, queue.LastModifiedTimestamp);
        Assert.Equal("arn:aws:sqs:eu-west-1:000000000000:orders", queue.QueueARN);
        Assert.True(queue.FifoQueue);
        Assert.False(queue.ContentBasedDeduplication);
        Assert.Null(queue.Policy);
    }

    [Fact]
    public async Task Queue_attributes_that_are_missing_read_as_nothing()
    {
        var queue = await Sqs.GetQueueAttributesAsync(QueueUrl, ["All"], Cancellation);

        Assert.Null(queue.Attributes);
        Assert.Equal(0, queue.VisibilityTimeout);
        Assert.Null(queue.ContentBasedDeduplication);
        Assert.Null(queue.QueueARN);
    }
}
