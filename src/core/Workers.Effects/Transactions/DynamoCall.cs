using Amazon.DynamoDBv2;
using Workers.Events;

namespace Workers.Effects.Transactions;

/// <summary>
/// Tells what waiting may cure from what it cannot. There is no retry here: the SDK has already retried throttles, 5xx and lost
/// connections, and a second loop around it would multiply the calls. A lost answer is a wait too: whatever it may have written, the
/// marker or the claim tells the next delivery.
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
            throw new ImpossibleRequestException($"DynamoDB refuses the request: {exception.Message}", exception);
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is { } failure)
        {
            throw new StoreUnavailableException($"DynamoDB did not do it ({failure}): {exception.Message}", exception, failure);
        }
    }
}
