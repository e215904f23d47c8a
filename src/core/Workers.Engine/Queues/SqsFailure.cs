using Amazon.Runtime;

namespace Workers.Engine.Queues;

/// <summary>What it looks like when a call of the SDK fails.</summary>
internal static class SqsFailure
{
    /// <summary>Whether the call failed: SQS refused it, could not be reached, or did not answer in the SDK's time.</summary>
    public static bool Is(Exception exception, CancellationToken cancellationToken) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Whether SQS works, but we ask too often.</summary>
    public static bool IsThrottle(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { } code }
        && (code.Contains("Throttl", StringComparison.Ordinal) || code.EndsWith("OverLimit", StringComparison.Ordinal));
}
