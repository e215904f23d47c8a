using System.Net;
using Amazon.Runtime;
using Workers.Events;

namespace Workers.Tests.Events;

public sealed class WhenACallToAwsFails
{
    private static readonly CancellationToken NotCancelled = CancellationToken.None;

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "ThrottlingException", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.BadRequest, "ProvisionedThroughputExceededException", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.BadRequest, "TransactionConflictException", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.Forbidden, "AWS.SimpleQueueService.OverLimit", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.BadRequest, "KMS.ThrottlingException", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.BadRequest, "KmsThrottled", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "SlowDown", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.TooManyRequests, "Whatever", AwsFailure.Throttled)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", AwsFailure.Outage)]
    [InlineData(HttpStatusCode.BadRequest, "ValidationException", AwsFailure.Refused)]
    [InlineData(HttpStatusCode.Forbidden, "AccessDeniedException", AwsFailure.Refused)]
    [InlineData(HttpStatusCode.NotFound, "ResourceNotFoundException", AwsFailure.Refused)]
    [InlineData(HttpStatusCode.RequestTimeout, "RequestTimeout", AwsFailure.LostAnswer)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalFailure", AwsFailure.LostAnswer)]
    [InlineData(HttpStatusCode.BadGateway, null, AwsFailure.LostAnswer)]
    public void An_answer_is_told_by_its_status_and_code(HttpStatusCode status, string? code, AwsFailure expected) =>
        Assert.Equal(expected, AwsFailures.Of(new AmazonServiceException("no", null, ErrorType.Unknown, code, "id", status), NotCancelled));

    [Fact]
    public void A_call_that_was_never_sent_is_an_outage()
    {
        Assert.Equal(AwsFailure.Outage, AwsFailures.Of(new HttpRequestException(HttpRequestError.ConnectionError), NotCancelled));
        Assert.Equal(AwsFailure.Outage, AwsFailures.Of(new HttpRequestException(HttpRequestError.NameResolutionError), NotCancelled));
        Assert.Equal(AwsFailure.Outage, AwsFailures.Of(new AmazonClientException("no credentials"), NotCancelled));
    }

    [Fact]
    public void A_call_whose_answer_did_not_come_may_have_taken_effect()
    {
        Exception[] lost =
        [
            new TimeoutException(),
            new IOException(),
            new TaskCanceledException(),
            new HttpRequestException(HttpRequestError.ResponseEnded),
            new AmazonServiceException("broken off", new IOException()),
            new AmazonUnmarshallingException("id", "here", new InvalidDataException()),
        ];

        Assert.All(lost, exception => Assert.Equal(AwsFailure.LostAnswer, AwsFailures.Of(exception, NotCancelled)));
    }

    [Fact]
    public void The_connection_says_what_an_answer_without_a_status_leaves_open() => Assert.Equal(
        AwsFailure.Outage,
        AwsFailures.Of(new AmazonServiceException("refused", new HttpRequestException(HttpRequestError.ConnectionError)), NotCancelled));

    [Fact]
    public void Cancelling_it_is_no_failure_of_AWS() =>
        Assert.Null(AwsFailures.Of(new OperationCanceledException(), new CancellationToken(canceled: true)));

    [Fact]
    public void A_fault_of_our_own_is_none_either() => Assert.Null(AwsFailures.Of(new InvalidOperationException(), NotCancelled));

    [Theory]
    [InlineData("ThrottlingException", AwsFailure.Throttled)]
    [InlineData("AWS.SimpleQueueService.OverLimit", AwsFailure.Throttled)]
    [InlineData("MalformedDetail", AwsFailure.Refused)]
    [InlineData("InternalFailure", AwsFailure.Outage)]
    [InlineData("NeverSeenBefore", AwsFailure.Outage)]
    public void An_entry_that_failed_is_told_by_its_code(string code, AwsFailure expected) => Assert.Equal(expected, AwsFailures.OfEntry(code));
}
