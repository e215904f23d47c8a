using System.Globalization;
using System.Text;
using Amazon.SQS;
using Amazon.SQS.Model;
using Workers.Events;

namespace Workers.Operations.DeadLetters;

/// <summary>Sends dead letters back to their queues, and deletes here what has arrived there: in this order, so that none is ever lost.</summary>
internal sealed class Redriving(IAmazonSQS sqs, IRedriveRoute route, LetterDeletion deletion) : IRemover
{
    /// <summary>SQS's limit of a batch.</summary>
    private const int MaxBytes = 1024 * 1024;

    public bool MayBringBack => true;

    public async Task<Removal> PlanAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        try
        {
            var way = await route.OfAsync(letter, cancellationToken);
            return new(letter.MessageId, letter.EventId, RemovalOutcome.Planned, way.Queue, null);
        }
        catch (NoRouteException problem)
        {
            return Kept(letter, null, problem.Message);
        }
    }

    public async Task<IReadOnlyList<Removal>> RemoveAsync(IReadOnlyList<DeadLetter> letters)
    {
        var removals = new List<Removal>();
        var ways = new List<(DeadLetter Letter, Redriven Way)>();
        foreach (var letter in letters)
        {
            try
            {
                ways.Add((letter, await route.OfAsync(letter, CancellationToken.None)));
            }
            catch (NoRouteException problem)
            {
                removals.Add(Kept(letter, null, problem.Message));
            }
        }

        foreach (var batch in ways.GroupBy(way => way.Way.Url).SelectMany(Batches))
        {
            removals.AddRange(await MoveAsync(batch));
        }

        return removals;
    }

    private async Task<IEnumerable<Removal>> MoveAsync(List<(DeadLetter Letter, Redriven Way)> batch)
    {
        var unsent = await SendAsync(batch);
        var sent = batch.Where((_, index) => !unsent.ContainsKey(index)).Select(way => way.Letter).ToList();
        var undeleted = await deletion.DeleteAsync(sent);
        return batch.Select((way, index) =>
            unsent.TryGetValue(index, out var problem) ? Kept(way.Letter, way.Way.Queue, problem)
            : undeleted.TryGetValue(way.Letter.MessageId, out problem) ? Of(way, RemovalOutcome.SentAndKept, problem)
            : Of(way, RemovalOutcome.Redriven, null));
    }

    /// <summary>Sends a batch; the answer is why some were not taken, by index.</summary>
    private async Task<Dictionary<int, string>> SendAsync(List<(DeadLetter Letter, Redriven Way)> batch)
    {
        List<SendMessageBatchRequestEntry> entries =
            [.. batch.Select((way, index) => new SendMessageBatchRequestEntry(index.ToString(CultureInfo.InvariantCulture), way.Way.Body))];
        try
        {
            var response = await sqs.SendMessageBatchAsync(batch[0].Way.Url, entries, CancellationToken.None);
            return (response.Failed ?? []).ToDictionary(
                failed => int.Parse(failed.Id, CultureInfo.InvariantCulture), failed => $"not sent: {failed.Code} {failed.Message}".TrimEnd());
        }
        catch (Exception failure) when (AwsFailures.Of(failure, CancellationToken.None) is { } kind)
        {
            // A letter whose answer was lost stays, and may be there twice once it is redriven again: consumers tell by the event id.
            var problem = $"{(kind is AwsFailure.Refused ? "not sent" : "not seen to be sent")}: {failure.Message}";
            return Enumerable.Range(0, batch.Count).ToDictionary(index => index, _ => problem);
        }
    }

    private static IEnumerable<List<(DeadLetter Letter, Redriven Way)>> Batches(IEnumerable<(DeadLetter Letter, Redriven Way)> ways)
    {
        List<(DeadLetter, Redriven)> batch = [];
        var bytes = 0;
        foreach (var way in ways)
        {
            var size = Encoding.UTF8.GetByteCount(way.Way.Body);
            if (batch.Count > 0 && bytes + size > MaxBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(way);
            bytes += size;
        }

        yield return batch;
    }

    private static Removal Of((DeadLetter Letter, Redriven Way) way, RemovalOutcome outcome, string? problem) =>
        new(way.Letter.MessageId, way.Letter.EventId, outcome, way.Way.Queue, problem);

    private static Removal Kept(DeadLetter letter, string? destination, string problem) =>
        new(letter.MessageId, letter.EventId, RemovalOutcome.Kept, destination, problem);
}
