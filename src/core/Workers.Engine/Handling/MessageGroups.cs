namespace Workers.Engine.Handling;

/// <summary>
/// The messages of a FIFO queue's groups that are here, in their order: in each group one after the other has its turn, and groups go on side
/// by side. SQS hands out nothing more of a group while one of its messages is in flight, so the order here is the order in the queue.
/// </summary>
internal sealed class MessageGroups
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Turn> _last = [];

    /// <summary>Puts a message behind those of its group that are here.</summary>
    /// <param name="group">Its group; null for a message that has none, whose turn is now.</param>
    public Turn Enter(string? group)
    {
        lock (_lock)
        {
            var before = group is null ? null : _last.GetValueOrDefault(group);
            var turn = new Turn(group, before);
            if (group is not null)
            {
                _last[group] = turn;
            }

            return turn;
        }
    }

    /// <summary>Ends a message's turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="mayFollow">
    /// Whether the next of the group may have its turn. It may not where the message will come again: then all behind it are shown
    /// again, and come again in order.
    /// </param>
    public void End(Turn turn, bool mayFollow)
    {
        lock (_lock)
        {
            if (turn.Group is { } group && _last.GetValueOrDefault(group) == turn)
            {
                _last.Remove(group);
            }
        }

        turn.End(mayFollow);
    }
}

/// <summary>One message's place in its group.</summary>
/// <param name="group">The group; null for a message that has none.</param>
/// <param name="before">The turn before it; null where there is none.</param>
internal sealed class Turn(string? group, Turn? before)
{
    // The next message goes on elsewhere: whoever ends a turn has other things to do.
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Group { get; } = group;

    /// <summary>Waits for the message's turn.</summary>
    /// <returns>Whether it came; if not, a message before it will come again, and this one is to be shown again behind it.</returns>
    public Task<bool> WaitAsync() => before?._ended.Task ?? Task.FromResult(true);

    public void End(bool mayFollow) => _ended.SetResult(mayFollow);
}
