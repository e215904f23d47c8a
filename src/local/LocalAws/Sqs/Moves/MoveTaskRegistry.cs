using LocalAws.Sqs.Data;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Moves;

/// <summary>The move tasks that run, and the last ones of each queue.</summary>
internal sealed class MoveTaskRegistry(QueueRegistry queues, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How many tasks of a queue are remembered, as on AWS.</summary>
    public const int MostKept = 10;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<MoveTask>> _tasks = [];

    /// <exception cref="Http.AwsException">The queue has a task that runs.</exception>
    public MoveTask Start(SqsQueue source, string? destinationArn, int? perSecond)
    {
        lock (_lock)
        {
            var tasks = _tasks.TryGetValue(source.Name.Arn, out var known) ? known : _tasks[source.Name.Arn] = [];
            if (tasks.Exists(task => task.IsRunning))
            {
                throw SqsErrors.InvalidParameter(
                    "There is already a task running. Only one active task is allowed for a source queue arn at a given time.");
            }

            var task = new MoveTask(source, destinationArn, perSecond, queues, time);
            tasks.Insert(0, task);
            tasks.RemoveRange(Math.Min(tasks.Count, MostKept), Math.Max(0, tasks.Count - MostKept));
            return task;
        }
    }

    /// <summary>A queue's tasks, the latest first.</summary>
    public IReadOnlyList<MoveTask> Of(SqsQueue source)
    {
        lock (_lock)
        {
            return [.. _tasks.GetValueOrDefault(source.Name.Arn) ?? []];
        }
    }

    /// <summary>The running task with that handle.</summary>
    public MoveTask? FindRunning(MoveTaskHandle handle)
    {
        lock (_lock)
        {
            return _tasks.GetValueOrDefault(handle.SourceArn)?.Find(task => task.Handle == handle && task.IsRunning);
        }
    }

    /// <summary>The locks that keep messages from being moved, in the order in which they are entered.</summary>
    public IEnumerable<Lock> Gates
    {
        get
        {
            yield return _lock;
            foreach (var task in _tasks.Values.SelectMany(tasks => tasks))
            {
                yield return task.Gate;
            }
        }
    }

    /// <summary>What is to be saved. Callers hold the gates.</summary>
    public IReadOnlyList<MoveTaskState> Save() => [.. _tasks.Values.SelectMany(tasks => tasks).Select(task => task.Save())];

    /// <summary>Puts saved tasks back, of queues that are there.</summary>
    public void Restore(IReadOnlyList<MoveTaskState> saved)
    {
        lock (_lock)
        {
            foreach (var ofQueue in saved.GroupBy(task => task.SourceArn))
            {
                if (queues.Find(ofQueue.Key) is { } source)
                {
                    _tasks[ofQueue.Key] = [.. ofQueue.Select(task => new MoveTask(task, source, queues, time))];
                }
            }
        }
    }

    /// <summary>Stops all tasks, without waiting for them, and forgets them.</summary>
    public void Clear() => StopAll();

    public async ValueTask DisposeAsync() => await Task.WhenAll(StopAll().Select(task => task.Completion));

    private List<MoveTask> StopAll()
    {
        lock (_lock)
        {
            var all = _tasks.Values.SelectMany(tasks => tasks).ToList();
            all.ForEach(task => task.Cancel());
            _tasks.Clear();
            return all;
        }
    }
}
