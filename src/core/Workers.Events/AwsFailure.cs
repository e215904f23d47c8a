using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;

namespace Workers.Events;

/// <summary>What a failed call to AWS means to its caller. Everything that calls AWS tells failures apart by this, and by nothing else.</summary>
public enum AwsFailure
{
    /// <summary>AWS works, and was asked too often. The call did not take effect; it may be repeated later.</summary>
    Throttled,

    /// <summary>AWS could not be reached, or said that it is unavailable. The call did not take effect; it may be repeated later.</summary>
    Outage,

    /// <summary>AWS understood the call and said no: invalid, forbidden, or about something that does not exist. Repeating it brings the same answer.</summary>
    Refused,

    /// <summary>The call was sent and its answer did not come, or told of a fault inside AWS. It may have taken effect: repeat it only where that is safe.</summary>
    LostAnswer,
}

/// <summary>Classifies what a failed call to AWS threw, and the codes of batch entries that failed in a call that succeeded.</summary>
public static class AwsFailures
{
    private static readonly FrozenSet<string> ThrottlingCodes = FrozenSet.Create(
        "BandwidthLimitExceeded",
        "KmsThrottled",   // SQS says so of the key that encrypts a queue; of old, "KMS.ThrottlingException"
        "LimitExceededException",
        "OverLimit",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "ThrottlingError",
        "TooManyRequestsException",
        "TransactionConflictException");   // a transaction has the item: as with a throttle, the call did nothing and may pass later

    private static readonly FrozenSet<string> RefusedEntryCodes = FrozenSet.Create(
        "AccessDeniedException",
        "InvalidAccountIdException",
        "InvalidArgument",
        "MalformedDetail",
        "NotAuthorizedForDetailTypeException",
        "NotAuthorizedForSourceException",
        "RedactionFailure",
        "ResourceNotFoundException");

    /// <summary>What the exception says of the call that threw it.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <param name="cancellationToken">The caller's token. Cancelling it is no failure of AWS; a time limit of the call's own is.</param>
    /// <returns>Null where this is no failure of AWS: the caller cancelled, or something else is wrong.</returns>
    public static AwsFailure? Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        AmazonUnmarshallingException => AwsFailure.LostAnswer,
        AmazonServiceException answer => OfAnswer(answer, cancellationToken),
        AmazonClientException => AwsFailure.Outage,   // no credentials, for example: nothing was sent
        HttpRequestException http => OfHttp(http),
        IOException or TimeoutException => AwsFailure.LostAnswer,
        OperationCanceledException when !cancellationToken.IsCancellationRequested => AwsFailure.LostAnswer,
        _ => null,
    };

    /// <summary>What the error code of a batch entry says. A code that is not known may pass when the entry is sent again.</summary>
    public static AwsFailure OfEntry(string errorCode) =>
        IsThrottle(errorCode) ? AwsFailure.Throttled
        : RefusedEntryCodes.Contains(errorCode) ? AwsFailure.Refused
        : AwsFailure.Outage;

    private static AwsFailure OfAnswer(AmazonServiceException answer, CancellationToken cancellationToken) => answer.StatusCode switch
    {
        _ when answer.Retryable is { Throttling: true } || IsThrottle(answer.ErrorCode) => AwsFailure.Throttled,
        HttpStatusCode.TooManyRequests => AwsFailure.Throttled,
        HttpStatusCode.ServiceUnavailable => AwsFailure.Outage,
        HttpStatusCode.RequestTimeout => AwsFailure.LostAnswer,
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError when answer.Retryable is null => AwsFailure.Refused,
        0 when answer.InnerException is { } cause => Of(cause, cancellationToken) ?? AwsFailure.LostAnswer,
        _ => AwsFailure.LostAnswer,
    };

    // SQS says "AWS.SimpleQueueService.OverLimit" where it was asked for the old names.
    private static bool IsThrottle(string? code) => code is not null && ThrottlingCodes.Contains(code[(code.LastIndexOf('.') + 1)..]);

    private static AwsFailure OfHttp(HttpRequestException http) => http.HttpRequestError switch
    {
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => AwsFailure.Outage,
        HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => AwsFailure.Outage,
        _ => AwsFailure.LostAnswer,
    };
}
