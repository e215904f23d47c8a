using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Data;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Executions;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>A task that somebody outside ends, by its token. The first answer counts; after that there is none to give.</summary>
internal sealed class PendingTask(string token, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<JsonNode?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isClosed;
    private DateTimeOffset? _lastBeat;

    /// <summary>A task that was saved, with its answer if it has one.</summary>
    public PendingTask(PendingState saved, TimeProvider time)
        : this(saved.Token, time)
    {
        _lastBeat = saved.LastBeat;
        switch (saved.Answer)
        {
            case { IsSuccess: true } answer:
                TrySucceed(answer.Output);
                break;
            case { } answer:
                TryFail(answer.Error, answer.Cause);
                break;
        }
    }

    public string Token => token;

    /// <summary>Whether an answer still counts.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return !_isClosed;
            }
        }
    }

    private DateTimeOffset? LastBeat
    {
        get
        {
            lock (_lock)
            {
                return _lastBeat;
            }
        }
    }

    public bool TrySucceed(JsonNode? output) => TryAnswer(() => _answer.TrySetResult(output));

    public bool TryFail(string? error, string? cause) =>
        TryAnswer(() => _answer.TrySetException(new StateFailedException(error, cause)));

    /// <summary>Takes no answers any longer.</summary>
    public void Close() => TryClose();

    /// <summary>Begins to count the time between heartbeats, or begins again; false when it is over.</summary>
    public bool TryBeat()
    {
        lock (_lock)
        {
            _lastBeat = time.GetUtcNow();
            _begun.TrySetResult();
            return !_isClosed;
        }
    }

    /// <summary>The answer.</summary>
    /// <param name="deadline">When it is too late for one; null for never.</param>
    /// <param name="heartbeat">How long somebody may be silent once they have begun; null for as long as they like.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StateFailedException">It was a failure, or came too late.</exception>
    public async Task<JsonNode?> AwaitAsync(DateTimeOffset? deadline, TimeSpan? heartbeat, CancellationToken cancellationToken)
    {
        while (!_answer.Task.IsCompleted)
        {
            var beat = LastBeat;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var alarm = time.WaitUntilAsync(Due(deadline, beat, heartbeat), stop.Token);
            await Task.WhenAny(beat is null && heartbeat is not null ? [_answer.Task, alarm, _begun.Task] : [_answer.Task, alarm]);
            await stop.CancelAsync();
            if (cancellationToken.IsCancellationRequested)
            {
                Close();
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (time.GetUtcNow() >= Due(deadline, LastBeat, heartbeat) && TryClose())
            {
                throw time.GetUtcNow() >= deadline ? TimeOuts.Task() : TimeOuts.Heartbeat();
            }
        }

        return await _answer.Task;
    }

    private static DateTimeOffset Due(DateTimeOffset? deadline, DateTimeOffset? beat, TimeSpan? heartbeat)
    {
        var (end, silent) = (deadline ?? DateTimeOffset.MaxValue, beat + heartbeat ?? DateTimeOffset.MaxValue);
        return end < silent ? end : silent;
    }

    /// <summary>What is to be saved.</summary>
    public PendingState Save()
    {
        lock (_lock)
        {
            return new PendingState(token, _lastBeat, _answer.Task switch
            {
                { IsCompletedSuccessfully: true } answered => new AnswerState(true, answered.Result, null, null),
                { Exception.InnerException: StateFailedException failure } => new AnswerState(false, null, failure.Error, failure.Cause),
                _ => null,
            });
        }
    }

    private bool TryAnswer(Func<bool> answer)
    {
        lock (_lock)
        {
            return TryClose() && answer();
        }
    }

    private bool TryClose()
    {
        lock (_lock)
        {
            var isFirst = !_isClosed;
            _isClosed = true;
            return isFirst;
        }
    }
}

/// <summary>How a task fails that took too long. AWS was seen to call both by one name; either catches a late heartbeat.</summary>
internal static class TimeOuts
{
    public static StateFailedException Task() => new(ErrorNames.Timeout, null);

    public static StateFailedException Heartbeat() => new(ErrorNames.Timeout, null) { AlsoKnownAs = ErrorNames.HeartbeatTimeout };
}
