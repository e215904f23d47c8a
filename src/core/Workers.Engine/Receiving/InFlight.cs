using System.Diagnostics.CodeAnalysis;
using Workers.Engine.Queues;

namespace Workers.Engine.Receiving;

/// <summary>
/// How many messages are asked for, handled and settled. It hands out the room for more, so that handlers never exceed the
/// limit, and messages in memory never twice the limit, however slowly they are settled.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing.")]
internal sealed class InFlight(int limit, TimeSpan linger, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly int _fullReceive = Math.Min(IMessageQueue.BatchSize, limit);
    private TaskCompletionSource? _enough;
    private int _wanted;
    private int _reserved;
    private int _handling;
    private int _settling;

    /// <summary>How many messages are being handled.</summary>
    public int Handling => Volatile.Read(ref _handling);

    /// <summary>How many messages are handled, and not settled yet.</summary>
    public int Settling => Volatile.Read(ref _settling);

    /// <summary>No handler runs.</summary>
    public bool IsIdle => Handling == 0;

    /// <summary>There is room for another full receive.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_lock)
            {
                return Free >= _fullReceive;
            }
        }
    }

    private int Free => Math.Min(limit, (2 * limit) - _settling) - _handling - _reserved;

    /// <summary>
    /// Waits for room for a full receive, or for any room until the linger passes: a receive of one message costs as much as
    /// one of ten.
    /// </summary>
    /// <returns>How many messages may be received; 0 when cancelled.</returns>
    public async Task<int> ReserveAsync(CancellationToken cancellationToken)
    {
        // One after the other: were all loops to wait for room, each message handled would wake them all.
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            await RoomForAsync(1, cancellationToken);
            await LingerAsync(cancellationToken);
            return Reserve(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A receive came back: its room goes to the messages it brought, the rest is free again.</summary>
    public void Received(int room, int messages) => Change(reserved: -room, handling: messages, settling: 0);

    /// <summary>A handler ended. Its slot is free before its message is settled.</summary>
    public void Handled() => Change(reserved: 0, handling: -1, settling: 1);

    /// <summary>A message is settled, or given up.</summary>
    public void Settled() => Change(reserved: 0, handling: 0, settling: -1);

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
        if (Lack(messages, cancellationToken) is { } enough)
        {
            using var wake = cancellationToken.Register(Wake);
            await enough;
        }
    }

    /// <summary>What to wait for where there is no such room.</summary>
    private Task? Lack(int messages, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Free >= messages || cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            (_wanted, _enough) = (messages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _enough.Task;
        }
    }

    private int Reserve(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var room = cancellationToken.IsCancellationRequested ? 0 : Math.Min(Free, _fullReceive);
            _reserved += room;
            return room;
        }
    }

    private void Change(int reserved, int handling, int settling)
    {
        lock (_lock)
        {
            _reserved += reserved;
            _handling += handling;
            _settling += settling;
            if (Free >= _wanted)
            {
                Wake();
            }
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            _enough?.TrySetResult();
            _enough = null;
        }
    }
}
