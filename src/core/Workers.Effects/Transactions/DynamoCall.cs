using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Workers.Effects.Transactions;

/// <summary>
/// Tells what waiting may cure from what it cannot. There is no retry here: the SDK has already retried throttles, 5xx and lost
/// connections, and a second loop around it would multiply the calls.
/// </summary>
internal static class DynamoCall
{
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (AmazonDynamoDBException exception) when (exception.ErrorCode == "ValidationException")
        {
            throw new UnfitException($"DynamoDB refuses the request: {exception.Message}", exception);
        }
        catch (Exception exception) when (IsOutage(exception, cancellationToken))
        {
            throw new StoreUnavailableException($"DynamoDB does not answer: {exception.Message}", exception);
        }
    }

    // A refused connection and an elapsed timeout reach us in the runtime's own types, not the SDK's.
    private static bool IsOutage(Exception exception, CancellationToken cancellationToken) => exception
        is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
