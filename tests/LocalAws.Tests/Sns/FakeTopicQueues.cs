using LocalAws.Sns.Deliveries;

namespace LocalAws.Tests.Sns;

/// <summary>Queues that record what is delivered to them; those that are not there take nothing.</summary>
internal sealed class FakeTopicQueues : ITopicQueues
{
    private readonly Lock _lock = new();
    private readonly List<QueueDelivery> _delivered = [];

    /// <summary>Queues that are not there.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>What was delivered, oldest first.</summary>
    public IReadOnlyList<QueueDelivery> Delivered
    {
        get
        {
            lock (_lock)
            {
                return [.. _delivered];
            }
        }
    }

    public bool Send(QueueDelivery delivery)
    {
        if (Missing.Contains(delivery.QueueArn))
        {
            return false;
        }

        lock (_lock)
        {
            _delivered.Add(delivery);
        }

        return true;
    }
}
