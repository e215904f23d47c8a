using System.Collections.Immutable;
using LocalAws.Sqs.Data;

namespace LocalAws.Sqs.Queues;

/// <summary>A standard or FIFO queue: what is known of it, and its messages.</summary>
internal sealed class SqsQueue
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;

    /// <param name="name">What it is called.</param>
    /// <param name="attributes">Its attributes at first.</param>
    /// <param name="tags">Its tags at first.</param>
    /// <param name="queues">Where its dead-letter queue is found.</param>
    /// <param name="time">The clock of delays, timeouts and retention.</param>
    public SqsQueue(
        QueueName name,
        QueueAttributes attributes,
        ImmutableDictionary<string, string> tags,
        QueueRegistry queues,
        TimeProvider time)
    {
        _time = time;
        Name = name;
        Attributes = attributes;
        Tags = tags;
        CreatedAt = ModifiedAt = time.GetUtcNow();
        Messages = new QueueMessages(this, queues, time);
    }

    /// <summary>A queue that was saved.</summary>
    public SqsQueue(QueueState saved, QueueRegistry queues, TimeProvider time)
    {
        _time = time;
        Name = new QueueName(saved.Region, saved.Name);
        Attributes = QueueAttributes.Restore(saved.Attributes);
        Tags = saved.Tags.ToImmutableDictionary();
        (CreatedAt, ModifiedAt, ReceiptTag) = (saved.CreatedAt, saved.ModifiedAt, saved.Messages.Tag);
        Messages = new QueueMessages(this, queues, time, saved.Messages);
    }

    public QueueName Name { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset ModifiedAt { get; private set; }

    public QueueAttributes Attributes { get; private set; }

    public ImmutableDictionary<string, string> Tags { get; private set; }

    public QueueMessages Messages { get; }

    /// <summary>What its receipt handles are known by, also beside those of a queue of that name that was here before.</summary>
    public long ReceiptTag { get; } = BitConverter.ToInt64(Guid.NewGuid().ToByteArray());

    /// <summary>Whether it is a FIFO queue, which it is for life.</summary>
    public bool IsFifo => Attributes.IsFifo;

    /// <summary>Changes attributes; nothing changes when that throws.</summary>
    public void Change(Func<QueueAttributes, QueueAttributes> change)
    {
        TimeSpan delayBefore;
        lock (_lock)
        {
            delayBefore = Attributes.Delay;
            Attributes = change(Attributes);
            ModifiedAt = _time.GetUtcNow();
        }

        if (IsFifo && Attributes.Delay != delayBefore)
        {
            Messages.DelayAnew();
        }
    }

    /// <summary>What is to be saved.</summary>
    public QueueState Save()
    {
        lock (_lock)
        {
            return new QueueState(Name.Region, Name.Name, CreatedAt, ModifiedAt, Attributes.Values, Tags, Messages.Save());
        }
    }

    public void ChangeTags(Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change)
    {
        lock (_lock)
        {
            Tags = change(Tags);
        }
    }
}
