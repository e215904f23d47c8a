using System.Diagnostics.CodeAnalysis;
using Workers.Engine.Queues;

namespace Workers.Engine.Receiving;

/// <summary>
/// How many messages are asked for, handled and settled, and the memory that their bodies take. It hands out the room for more, so
/// that handlers never exceed the limit, messages never twice the limit, however slowly they are settled, and bodies never their bytes.
/// </summary>
/// <param name="limit">How many messages may be handled at once, at first.</param>
/// <param name="byteLimit">How many bytes the bodies of messages may take.</param>
/// <param name="linger">How long a receive waits for room for ten.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing.")]
internal sealed class InFlight(int limit, long byteLimit, TimeSpan linger, TimeProvider time)
{
    /// <summary>
    /// What the largest message takes in memory: SQS's limit of 1 MiB, and a character of a string takes two bytes. A receive brings
    /// messages of unknown size, so its room counts as that many of them until it is back.
    /// </summary>
    public const int LargestMessage = 2 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private TaskCompletionSource? _enough;
    private TaskCompletionSource? _empty;
    private int _limit = limit;
    private int _wanted;
    private int _reserved;
    private int _handling;
    private int _settling;
    private long _bytes;

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
                return Free >= FullReceive;
            }
        }
    }

    private int FullReceive => (int)Math.Min(IMessageQueue.BatchSize, Math.Min(_limit, byteLimit / LargestMessage));

    private int Free => (int)Math.Min(
        Math.Min(_limit, (2 * _limit) - _settling) - _handling - _reserved, ((byteLimit - _bytes) / LargestMessage) - _reserved);

    /// <summary>Changes how many messages may be handled at once. Those that are here go on, also where they are more.</summary>
    public void LimitTo(int messages)
    {
        lock (_lock)
        {
            _limit = messages;
            if (Free >= _wanted)
            {
                Wake();
            }
        }
    }

    /// <summary>
    /// Waits for room for a full receive, or for any room until the linger passes: a receive of one message costs as much as
    /// one of ten.
    /// </summary>
    /// <returns>How many messages may be received; 0 when cancelled.</returns>
    public async Task<int> ReserveAsync(CancellationToken cancellationToken)
    {
        // One loop waits at a time. If all waited, each handled message would wake all of them.
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
    public void Received(int room, IReadOnlyList<ReceivedMessage> messages) =>
        Change(reserved: -room, handling: messages.Count, settling: 0, bytes: messages.Sum(BytesOf));

    /// <summary>A handler ended. Its slot is free before its message is settled.</summary>
    public void Handled() => Change(reserved: 0, handling: -1, settling: 1, bytes: 0);

    /// <summary>A handled message is settled, or given up.</summary>
    public void Settled(ReceivedMessage message) => Change(reserved: 0, handling: 0, settling: -1, bytes: -BytesOf(message));

    /// <summary>Completes when every message that came in is settled or given up.</summary>
    public async Task WhenEmptyAsync()
    {
        Task empty;
        lock (_lock)
        {
            empty = IsEmpty ? Task.CompletedTask : (_empty ??= NewSignal()).Task;
        }

        await empty;
    }

    private bool IsEmpty => _handling == 0 && _settling == 0;

    private static long BytesOf(ReceivedMessage message) => 2L * message.Body.Length;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LingerAsync(CancellationToken cancellationToken)
    {
        if (HasRoom)
        {
            return;
        }

        using var lingered = new CancellationTokenSource(linger, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lingered.Token, cancellationToken);
        await RoomForAsync(FullReceive, either.Token);
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

            (_wanted, _enough) = (messages, NewSignal());
            return _enough.Task;
        }
    }

    private int Reserve(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var room = cancellationToken.IsCancellationRequested ? 0 : Math.Min(Free, FullReceive);
            _reserved += room;
            return room;
        }
    }

    private void Change(int reserved, int handling, int settling, long bytes)
    {
        lock (_lock)
        {
            _reserved += reserved;
            _handling += handling;
            _settling += settling;
            _bytes += bytes;
            if (Free >= _wanted)
            {
                Wake();
            }

            if (IsEmpty)
            {
                _empty?.TrySetResult();
                _empty = null;
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
