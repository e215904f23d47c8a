using System.Collections.Concurrent;

namespace LocalAws.Sqs.Queues;

/// <summary>A message on its way to a dead-letter queue.</summary>
internal readonly record struct DeadLetter(SqsQueue Queue, Message Message);

/// <summary>
/// Takes a queue's messages to its dead-letter queue, in the order in which they left. They leave under the queue's lock and arrive outside
/// of it: two queues may be each other's dead-letter queue.
/// </summary>
internal sealed class DeadLetterMoves
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<DeadLetter> _leaving = [];

    /// <summary>Keeps what is leaving where it is.</summary>
    public Lock Gate => _lock;

    /// <summary>What has left and not arrived.</summary>
    public IEnumerable<DeadLetter> Leaving => _leaving;

    public void Add(DeadLetter letter) => _leaving.Enqueue(letter);

    /// <summary>Returns when all that have left have arrived.</summary>
    public void Finish()
    {
        lock (_lock)
        {
            while (_leaving.TryDequeue(out var letter))
            {
                letter.Queue.Messages.TakeIn(letter.Message);
            }
        }
    }
}
