namespace LocalAws.Sqs.Queues;

/// <summary>In which order a queue hands out its messages. Not safe for concurrent use: the queue locks.</summary>
internal interface IMessageLine
{
    /// <summary>The message that a receive gets first; null when there is none to get.</summary>
    QueuedMessage? First { get; }

    /// <summary>The message that the same receive gets next, ahead of the first in line; null when there is none such.</summary>
    QueuedMessage? After(QueuedMessage message);

    /// <summary>A visible message has come.</summary>
    void Add(QueuedMessage message);

    /// <summary>A message has become visible or hidden.</summary>
    void Update(QueuedMessage message);

    /// <summary>A message is gone.</summary>
    void Remove(QueuedMessage message);

    void Clear();
}
