using LocalAws.Http;
using LocalAws.Sqs.Data;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Moves;

/// <summary>
/// How far a move is. The handle is shown while it runs: only then can it be cancelled. The timestamp is in milliseconds since 1970.
/// </summary>
internal sealed record MessageMoveTask(
    string? TaskHandle,
    string Status,
    string SourceArn,
    string? DestinationArn,
    int? MaxNumberOfMessagesPerSecond,
    long ApproximateNumberOfMessagesMoved,
    long ApproximateNumberOfMessagesToMove,
    string? FailureReason,
    long StartedTimestamp);

/// <summary>
/// Moves the messages of a dead-letter queue to another queue, or back to where each came from. A moved message is a new one: new
/// id, new sent time, not yet received. It moves what was visible when it started, and ends when that many are moved or none is left.
/// </summary>
#pragma warning disable CA1001 // A token source without timer and wait handle holds nothing to release.
internal sealed class MoveTask
#pragma warning restore CA1001
{
    private readonly SqsQueue _source;
    private readonly string? _destinationArn;
    private readonly int? _perSecond;
    private readonly QueueRegistry _queues;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _startedAt;
    private readonly int _toMove;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly Lock _gate = new();
    private int _moved;
    private string? _failure;

    public MoveTask(SqsQueue source, string? destinationArn, int? perSecond, QueueRegistry queues, TimeProvider time)
    {
        _source = source;
        _destinationArn = destinationArn;
        _perSecond = perSecond;
        _queues = queues;
        _time = time;
        _startedAt = time.GetUtcNow();
        Handle = new MoveTaskHandle(Guid.NewGuid().ToString(), source.Name.Arn);
        _toMove = source.Messages.Counts.Visible;
        Completion = RunAsync(_cancelled.Token);
    }

    /// <summary>A task that was saved; one that ran goes on.</summary>
    public MoveTask(MoveTaskState saved, SqsQueue source, QueueRegistry queues, TimeProvider time)
    {
        (_source, _destinationArn, _perSecond) = (source, saved.DestinationArn, saved.PerSecond);
        (_queues, _time, _startedAt, _toMove) = (queues, time, saved.StartedAt, saved.ToMove);
        (_moved, _failure) = (saved.Moved, saved.Failure);
        Handle = new MoveTaskHandle(saved.TaskId, saved.SourceArn);
        if (saved.IsCancelled)
        {
            _cancelled.Cancel();
        }

        Completion = saved.IsRunning ? RunAsync(_cancelled.Token) : Task.CompletedTask;
    }

    /// <summary>Keeps the message that is moved where it is.</summary>
    public Lock Gate => _gate;

    public MoveTaskHandle Handle { get; }

    /// <summary>Ends when nothing more is moved, for whatever reason; never faults.</summary>
    public Task Completion { get; }

    public int Moved => Volatile.Read(ref _moved);

    public bool IsRunning => !Completion.IsCompleted;

    public void Cancel() => _cancelled.Cancel();

    public MessageMoveTask Show() => new(
        IsRunning ? Handle.ToString() : null,
        Status(),
        _source.Name.Arn,
        _destinationArn,
        _perSecond,
        Moved,
        _toMove,
        _failure,
        _startedAt.ToUnixTimeMilliseconds());

    /// <summary>What is to be saved.</summary>
    public MoveTaskState Save() => new(Handle.TaskId, Handle.SourceArn, _startedAt, _toMove)
    {
        DestinationArn = _destinationArn,
        PerSecond = _perSecond,
        Moved = Moved,
        Failure = _failure,
        IsCancelled = _cancelled.IsCancellationRequested,
        IsRunning = IsRunning,
    };

    private string Status() => (IsRunning, _cancelled.IsCancellationRequested) switch
    {
        (true, true) => "CANCELLING",
        (true, false) => "RUNNING",
        _ when _failure is not null => "FAILED",
        (false, true) when Moved < _toMove => "CANCELLED",
        _ => "COMPLETED",
    };

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            while (Moved < _toMove && !cancellationToken.IsCancellationRequested && MoveOne())
            {
                await KeepRateAsync(cancellationToken);
            }
        }
        catch (AwsException exception)
        {
            _failure = exception.QueryCode;
        }
        catch (OperationCanceledException)
        {
        }
    }

    private bool MoveOne()
    {
        lock (_gate)
        {
            SqsQueue? destination = null;
            var message = _source.Messages.TakeOut(message => destination = DestinationOf(message));
            if (message is null)
            {
                return false;
            }

            destination!.Messages.TakeIn(message.AsNew(_time.GetUtcNow()));
            Interlocked.Increment(ref _moved);
            return true;
        }
    }

    private SqsQueue DestinationOf(Message message)
    {
        var arn = _destinationArn ?? message.DeadLetterSourceArn ?? throw SqsErrors.CouldNotDetermineMessageSource();
        return _queues.Find(arn) ?? throw SqsErrors.QueueDoesNotExist();
    }

    private Task KeepRateAsync(CancellationToken cancellationToken) =>
        _perSecond is { } rate && Moved % rate == 0 && Moved < _toMove
            ? Task.Delay(TimeSpan.FromSeconds(1), _time, cancellationToken)
            : Task.CompletedTask;
}
