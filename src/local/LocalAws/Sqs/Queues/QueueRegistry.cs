using System.Collections.Concurrent;
using System.Collections.Immutable;
using LocalAws.Http;
using LocalAws.Sqs.Data;

namespace LocalAws.Sqs.Queues;

/// <summary>The queues that exist, in all regions.</summary>
internal sealed class QueueRegistry(TimeProvider time)
{
    private readonly ConcurrentDictionary<QueueName, SqsQueue> _queues = new();

    /// <summary>The queue that a request's URL names.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public SqsQueue Require(AwsRequest request, string? queueUrl) =>
        string.IsNullOrEmpty(queueUrl)
            ? throw SqsErrors.MissingParameter("QueueUrl")
            : Find(QueueName.FromUrl(request.Region, queueUrl)) ?? throw SqsErrors.QueueDoesNotExist();

    public SqsQueue? Find(QueueName name) => _queues.GetValueOrDefault(name);

    public SqsQueue? Find(string arn) => QueueName.FromArn(arn) is { } name ? Find(name) : null;

    /// <summary>The queues of a region, by name.</summary>
    public IEnumerable<SqsQueue> In(string region) =>
        _queues.Values.Where(queue => queue.Name.Region == region).OrderBy(queue => queue.Name.Name, StringComparer.Ordinal);

    /// <summary>The queues whose redrive policy names this one.</summary>
    public IEnumerable<SqsQueue> SourcesOf(SqsQueue deadLetterQueue) =>
        In(deadLetterQueue.Name.Region)
            .Where(queue => queue.Attributes.RedrivePolicy?.DeadLetterTargetArn == deadLetterQueue.Name.Arn);

    /// <exception cref="AwsException">
    /// The redrive policy names no queue of this account and region, or one whose redrive allow policy does not allow this queue.
    /// </exception>
    public void CheckDeadLetterQueue(QueueName name, QueueAttributes attributes)
    {
        if (attributes.RedrivePolicy is not { DeadLetterTargetArn: var arn })
        {
            return;
        }

        // A queue may be its own dead-letter queue, even before it exists.
        var allows = arn == name.Arn ? attributes.RedriveAllowPolicy : Target().Attributes.RedriveAllowPolicy;
        if (allows?.Allows(name.Arn) == false)
        {
            throw Refusal("The redrive allow policy of the dead-letter queue does not allow this source queue.");
        }

        SqsQueue Target() => QueueName.FromArn(arn) switch
        {
            null when QueueName.IsArn(arn) => throw Refusal("Dead-letter target owner should be same as the source."),
            null => throw Refusal("Invalid value for deadLetterTargetArn."),
            { Region: var region } when region != name.Region =>
                throw Refusal("Dead-letter target must be in same region as the source."),
            { } target => Find(target) switch
            {
                null => throw Refusal("Dead letter target does not exist."),
                { IsFifo: var isFifo } when isFifo != attributes.IsFifo =>
                    throw Refusal("Dead-letter target must be same type of queue as the source."),
                { } queue => queue,
            },
        };

        AwsException Refusal(string reason) => RedrivePolicy.Refusal(attributes.Values["RedrivePolicy"], reason);
    }

    /// <summary>The queue of that name: a new one, or the one that was there.</summary>
    public SqsQueue GetOrAdd(QueueName name, QueueAttributes attributes, ImmutableDictionary<string, string> tags) =>
        _queues.GetOrAdd(name, key => new SqsQueue(key, attributes, tags, this, time));

    public void Delete(SqsQueue queue)
    {
        if (_queues.TryRemove(queue.Name, out var deleted))
        {
            deleted.Messages.Close();
        }
    }

    /// <summary>The locks that keep all messages where they are, in the order in which they are entered.</summary>
    public IEnumerable<Lock> Gates =>
        [.. _queues.Values.Select(queue => queue.Messages.LeavingGate), .. _queues.Values.Select(queue => queue.Messages.Gate)];

    /// <summary>What is to be saved.</summary>
    public IReadOnlyList<QueueState> Save() => [.. _queues.Values.Select(queue => queue.Save())];

    /// <summary>Puts saved queues back.</summary>
    public void Restore(IReadOnlyList<QueueState> saved)
    {
        foreach (var queue in saved)
        {
            var restored = new SqsQueue(queue, this, time);
            _queues[restored.Name] = restored;
        }

        foreach (var queue in saved)
        {
            Find(new QueueName(queue.Region, queue.Name))!.Messages.Resume(
                from letter in queue.Messages.Leaving
                let target = Find(letter.QueueArn)
                where target is not null
                select new DeadLetter(target, letter.Message));
        }
    }

    public void Clear()
    {
        foreach (var queue in _queues.Values)
        {
            Delete(queue);
        }
    }
}
