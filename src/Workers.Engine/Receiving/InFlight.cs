using Workers.Engine.Queues;

namespace Workers.Engine.Receiving;

/// <summary>
/// How many messages are asked for, handled and settled. It hands out the room for more, so that handlers never exceed the
/// limit, and messages in memory never twice the limit, however slowly they are settled.
/// </summary>
internal sealed class InFlight(int limit, TimeSpan linger, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly int _fullReceive = Math.Min(IMessageQueue.BatchSize, limit);
    private TaskCompletionSource? _changed;
    private int _reserved;
    private int _handling;
    private int _settling;

    /// <summary>No handler runs.</summary>
    public bool IsIdle => Read(() => _handling == 0);

    /// <summary>There is room for another full receive.</summary>
    public bool HasRoom => Read(() => Free >= _fullReceive);

    private int Free => Math.Min(limit, (2 * limit) - _settling) - _handling - _reserved;

    /// <summary>
    /// Waits for room for a full receive, or for any room until the linger passes: a receive of one message costs as much as
    /// one of ten.
    /// </summary>
    /// <returns>How many messages may be received; 0 when cancelled.</returns>
    public async Task<int> ReserveAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await RoomForAsync(1, cancellationToken);
            await LingerAsync(cancellationToken);
            if (Reserve() is > 0 and var room)
            {
                return room;
            }
        }

        return 0;
    }

    /// <summary>A receive came back: its room goes to the messages it brought, the rest is free again.</summary>
    public void Received(int room, int messages) => Change(() => (_reserved, _handling) = (_reserved - room, _handling + messages));

    /// <summary>A handler ended. Its slot is free before its message is settled.</summary>
    public void Handled() => Change(() => (_handling, _settling) = (_handling - 1, _settling + 1));

    /// <summary>A message is settled, or given up.</summary>
    public void Settled() => Change(() => _settling--);

    private async Task LingerAsync(CancellationToken cancellationToken)
    {
        if (HasRoom)
        {
            return;
        }

        using var lingered = new CancellationTokenSource(linger, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lingered.Token, cancellationToken);
        await RoomForAsync(_fullReceive, either.Token);
    }

    private async Task RoomForAsync(int messages, CancellationToken cancellationToken)
    {
        using var wake = cancellationToken.Register(() => Change(() => { }));
        while (!cancellationToken.IsCancellationRequested && Lacks(messages) is { } changed)
        {
            await changed;
        }
    }

    private Task? Lacks(int messages)
    {
        lock (_lock)
        {
            return Free >= messages
                ? null
                : (_changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private int Reserve()
    {
        lock (_lock)
        {
            var room = Math.Clamp(Free, 0, _fullReceive);
            _reserved += room;
            return room;
        }
    }

    private bool Read(Func<bool> question)
    {
        lock (_lock)
        {
            return question();
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource? changed;
        lock (_lock)
        {
            change();
            (changed, _changed) = (_changed, null);
        }

        changed?.SetResult();
    }
}
