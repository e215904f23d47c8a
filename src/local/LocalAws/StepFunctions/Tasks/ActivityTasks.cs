using System.Threading.Channels;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>The tasks of one activity that wait for a worker, in their order.</summary>
internal sealed class ActivityTasks(TimeProvider time)
{
    // "GetActivityTask … the service will hold the request for up to 60 seconds."
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(60);

    private readonly Channel<ActivityTask> _waiting = Channel.CreateUnbounded<ActivityTask>();

    public void Add(ActivityTask task) => _waiting.Writer.TryWrite(task);

    /// <summary>The next task that somebody still waits for; null when there is none for a minute.</summary>
    public async Task<ActivityTask?> NextAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestPoll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (true)
            {
                var task = await _waiting.Reader.ReadAsync(either.Token);
                if (task.Pending.IsOpen)
                {
                    return task;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>A task for a worker.</summary>
/// <param name="Pending">What the worker ends.</param>
/// <param name="Input">Its input.</param>
/// <param name="Start">Told the worker's name when one takes it.</param>
internal sealed record ActivityTask(PendingTask Pending, string Input, Action<string?> Start);
