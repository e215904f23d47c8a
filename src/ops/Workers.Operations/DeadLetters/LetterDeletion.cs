using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Events;

namespace Workers.Operations.DeadLetters;

/// <summary>Deletes dead letters.</summary>
internal sealed class LetterDeletion(IAmazonSQS sqs, string url)
{
    /// <summary>Deletes at most ten; the answer is why some could not be, by message id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DeleteAsync(IReadOnlyList<DeadLetter> letters)
    {
        if (letters.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        List<DeleteMessageBatchRequestEntry> entries =
            [.. letters.Select((letter, index) => new DeleteMessageBatchRequestEntry(index.ToString(CultureInfo.InvariantCulture), letter.ReceiptHandle))];
        try
        {
            var response = await sqs.DeleteMessageBatchAsync(url, entries, CancellationToken.None);
            return (response.Failed ?? []).ToDictionary(
                failed => letters[int.Parse(failed.Id, CultureInfo.InvariantCulture)].MessageId,
                failed => $"not deleted: {failed.Code} {failed.Message}".TrimEnd());
        }
        catch (Exception failure) when (AwsFailures.Of(failure, CancellationToken.None) is { } kind)
        {
            var problem = $"{(kind is AwsFailure.Refused ? "not deleted" : "not seen to be deleted")}: {failure.Message}";
            return letters.ToDictionary(letter => letter.MessageId, _ => problem);
        }
    }
}
