using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Operations.DeadLetters;

/// <summary>
/// Goes once through a dead-letter queue. SQS has no way to look without receiving, so what was seen stays hidden until the walk
/// is disposed of, which shows it again at once; if the process dies first, five minutes after it was seen.
/// </summary>
internal sealed class DeadLetterWalk(IAmazonSQS sqs, string url) : IAsyncDisposable
{
    private const int BatchSize = 10;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, DeadLetter> _held = [];

    /// <summary>Every dead letter once, at most ten at a time, until no more come. Cancelling ends the walk between receives.</summary>
    public async IAsyncEnumerable<IReadOnlyList<DeadLetter>> BatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var withoutNews = 0; withoutNews < 2;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var received = await ReceiveAsync();
            if (received.Count == 0)
            {
                yield break;
            }

            var news = received.FindAll(letter => _seen.Add(letter.MessageId));
            received.ForEach(letter => _held[letter.MessageId] = letter);
            withoutNews = news.Count > 0 ? 0 : withoutNews + 1;   // come round: those seen first are visible again
            if (news.Count > 0)
            {
                yield return news;
            }
        }
    }

    /// <summary>Says that a letter is gone from the queue, so that there is nothing to show again.</summary>
    public void Removed(DeadLetter letter) => _held.Remove(letter.MessageId);

    public async ValueTask DisposeAsync()
    {
        foreach (var letters in _held.Values.Chunk(BatchSize))
        {
            List<ChangeMessageVisibilityBatchRequestEntry> entries =
            [
                .. letters.Select((letter, index) => new ChangeMessageVisibilityBatchRequestEntry(
                    index.ToString(CultureInfo.InvariantCulture), letter.ReceiptHandle) { VisibilityTimeout = 0 }),
            ];

            // A failed entry is one that is visible already, or becomes so by itself.
            await sqs.ChangeMessageVisibilityBatchAsync(url, entries, CancellationToken.None);
        }
    }

    // Never cancelled: what SQS has handed out and nobody saw would stay hidden. It waits a second, so that SQS asks all its servers.
    private async Task<List<DeadLetter>> ReceiveAsync()
    {
        var request = new ReceiveMessageRequest(url)
        {
            MaxNumberOfMessages = BatchSize,
            WaitTimeSeconds = 1,
            VisibilityTimeout = (int)Hidden.TotalSeconds,
            MessageSystemAttributeNames =
            [
                MessageSystemAttributeName.SentTimestamp,
                MessageSystemAttributeName.ApproximateFirstReceiveTimestamp,
                MessageSystemAttributeName.ApproximateReceiveCount,
            ],
            MessageAttributeNames = ["All"],
        };
        var response = await sqs.ReceiveMessageAsync(request, CancellationToken.None);
        return (response.Messages ?? []).ConvertAll(DeadLetter.Of);
    }
}
