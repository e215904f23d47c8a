using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Events;

namespace Workers.Tests.AwsServiceClients;

/// <summary>
/// The official client asks SQS for the error codes of its older protocol, and puts them into <c>ErrorCode</c> where SQS sends them;
/// not every stand-in for SQS does. What we decide must be the same with both.
/// </summary>
public sealed class WhenSqsNamesAnErrorByItsOldCode : WireSpec
{
    [Theory]
    [InlineData("AWS.SimpleQueueService.NonExistentQueue")]
    [InlineData(null)]
    public async Task A_missing_queue_is_the_same_exception(string? oldCode)
    {
        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => RefusedAsync("QueueDoesNotExist", oldCode));

        Assert.Equal("true", Service.Request["x-amzn-query-mode"]);
        Assert.Equal(oldCode ?? "QueueDoesNotExist", error.ErrorCode);
    }

    [Theory]
    [InlineData("RequestThrottled", "RequestThrottled", AwsFailure.Throttled)]
    [InlineData("OverLimit", "AWS.SimpleQueueService.OverLimit", AwsFailure.Throttled)]
    [InlineData("KmsThrottled", "KMS.ThrottlingException", AwsFailure.Throttled)]
    [InlineData("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", AwsFailure.Refused)]
    [InlineData("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", AwsFailure.Refused)]
    public async Task The_failure_is_of_the_same_kind(string code, string oldCode, AwsFailure expected)
    {
        var old = await Record.ExceptionAsync(() => RefusedAsync(code, oldCode));
        var plain = await Record.ExceptionAsync(() => RefusedAsync(code, oldCode: null));

        Assert.Equal((expected, expected), (AwsFailures.Of(old!, Cancellation), AwsFailures.Of(plain!, Cancellation)));
    }

    private Task<ReceiveMessageResponse> RefusedAsync(string code, string? oldCode)
    {
        (string, string)[] headers = oldCode is null ? [] : [("x-amzn-query-error", $"{oldCode};Sender")];
        Service.Answers($$"""{"__type":"com.amazonaws.sqs#{{code}}"}""", 400, headers);
        return Use(new AmazonSQSClient(Credentials, Configure(new AmazonSQSConfig()))).ReceiveMessageAsync("http://queue", Cancellation);
    }
}
