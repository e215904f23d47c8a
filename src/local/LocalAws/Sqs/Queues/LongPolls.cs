namespace LocalAws.Sqs.Queues;

/// <summary>
/// The receives that wait at one queue. Each is woken to look again, not handed a message, so a wake-up that comes too late
/// costs nothing. Not safe for concurrent use: the queue locks, except around <see cref="Poll.WaitAsync"/>.
/// </summary>
internal sealed class LongPolls(TimeProvider time)
{
    private readonly LinkedList<Poll> _waiting = [];

    /// <summary>A poll that sleeps until it is woken, or at most until the given time.</summary>
    public Poll Add(DateTimeOffset until)
    {
        var poll = new Poll(time, until);
        _waiting.AddLast(poll.Place);
        return poll;
    }

    public void Remove(Poll? poll)
    {
        if (poll?.Place.List is not null)
        {
            _waiting.Remove(poll.Place);
        }
    }

    /// <summary>Wakes the one that has waited longest.</summary>
    public void WakeFirst()
    {
        if (_waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            first.Value.Wake();
        }
    }

    /// <summary>Wakes those that would sleep past a time at which there is now something to see.</summary>
    public void WakeIfAsleepAt(DateTimeOffset due)
    {
        foreach (var poll in _waiting)
        {
            if (poll.Until > due)
            {
                poll.Wake();
            }
        }
    }

    public void WakeAll()
    {
        foreach (var poll in _waiting)
        {
            poll.Wake();
        }
    }
}
