using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;

namespace Workers.Cli.Views;

/// <summary>
/// Writes of a rebuild: each transaction checks that the rebuild was not abandoned, so that one that slept for an hour cannot write into
/// what another has begun since.
/// </summary>
internal sealed class GuardedWrites(IAmazonDynamoDB dynamoDb, ViewRows rows, TimeProvider time)
{
    /// <summary>How many writes a transaction takes beside the check.</summary>
    public const int MostWrites = 99;

    private const string ConditionFailed = "ConditionalCheckFailed";
    private const int MostTries = 12;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Writes all, or nothing where a condition of theirs does not hold; false then.</summary>
    /// <exception cref="CommandFailedException">The rebuild was abandoned, or others were in the way too often.</exception>
    public async Task<bool> TryAsync(ViewMark mark, IEnumerable<TransactWriteItem> writes, CancellationToken cancellationToken)
    {
        List<TransactWriteItem> all = [new() { ConditionCheck = rows.Check(mark) }, .. writes];
        for (var (attempt, pause) = (1, FirstPause); ; attempt++, pause *= 2)
        {
            try
            {
                await dynamoDb.TransactWriteItemsAsync(new() { TransactItems = all }, cancellationToken);
                return true;
            }
            catch (TransactionCanceledException exception) when (exception.CancellationReasons is { Count: > 0 } reasons)
            {
                if (reasons[0].Code == ConditionFailed)
                {
                    throw ViewRows.Abandoned(mark);
                }

                if (reasons.Exists(reason => reason.Code == ConditionFailed))
                {
                    return false;
                }

                if (attempt == MostTries)
                {
                    throw new CommandFailedException(
                        $"Others were in the way of the rebuild {attempt} times ({exception.Message}): try again when it is less busy.");
                }
            }

            await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cancellationToken);
        }
    }
}
