using LocalAws.Sqs.Data;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Fifo;

/// <summary>
/// Recognises what a FIFO queue was sent before: a message with the deduplication id of another, of the whole queue or of its group, sent
/// within five minutes. It makes no difference whether that one has been received or deleted meanwhile.
/// </summary>
internal sealed class Deduplication(SqsQueue queue)
{
    // A change of the scope takes AWS up to a minute, and was seen to.
    private static readonly TimeSpan ScopeDelay = TimeSpan.FromMinutes(1);

    private readonly DeduplicationInterval<SentMessage> _sent = new();
    private bool _byGroup = queue.Attributes.DeduplicatesByGroup;

    /// <summary>What was answered when it was first sent; null when it is new, or sent to a standard queue.</summary>
    public SentMessage? Find(Message message, DateTimeOffset now) =>
        message.DeduplicationId is null ? null : _sent.Find(Key(message, now), now);

    public void Remember(Message message, SentMessage sent, DateTimeOffset now)
    {
        if (message.DeduplicationId is not null)
        {
            _sent.Set(Key(message, now), sent, now);
        }
    }

    public void Clear() => _sent.Clear();

    /// <summary>What is to be saved.</summary>
    public DeduplicationState Save() => new(_byGroup, [.. _sent.All.Select(one => new SentState(one.Key, one.Until, one.Value))]);

    /// <summary>Puts back what was saved.</summary>
    public void Restore(DeduplicationState saved)
    {
        _byGroup = saved.IsByGroup;
        foreach (var (key, until, sent) in saved.Sent)
        {
            _sent.Restore(key, until, sent);
        }
    }

    private string Key(Message message, DateTimeOffset now)
    {
        if (queue.ModifiedAt + ScopeDelay <= now)
        {
            _byGroup = queue.Attributes.DeduplicatesByGroup;
        }

        // No id holds a space.
        return _byGroup ? $"{message.GroupId} {message.DeduplicationId}" : message.DeduplicationId!;
    }
}
