using System.Collections.Concurrent;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Microsoft.Extensions.Options;
using Workers.Operations.Executions;

namespace Workers.Console.Watching;

/// <summary>
/// Looks at the executions of the state machine. A look is five calls of ListExecutions, 25 of GetExecutionHistory at most, and one of
/// DescribeExecution for each failure that it has not seen yet, 25 at most. Of these Step Functions lets an account make at least 2, 20 and
/// 10 a second for long, by region (docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html).
/// </summary>
internal sealed class ExecutionWatch(
    ExecutionReader executions, IOptions<ConsoleOptions> options, TimeProvider time, ILogger<ExecutionWatch> logger)
    : BackgroundService
{
    /// <summary>How many running executions are looked into for the states they stand in, and how many failures are described.</summary>
    public const int LookedInto = 25;

    /// <summary>How often it looks while somebody has the page open.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private const int CallsAtOnce = 5;

    private static readonly ExecutionStatus[] Ends =
        [ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED];

    private readonly Lookout _lookout = new("The state machine", time, logger);
    private IReadOnlyDictionary<(string Arn, int Redrives), FailedExecution> _described =
        new Dictionary<(string Arn, int Redrives), FailedExecution>();
    private volatile SeenExecutions? _seen;

    /// <summary>What went wrong with the last look; null where nothing did.</summary>
    public string? Problem => _lookout.Problem;

    /// <summary>What was seen last, and says that somebody looks; null where nothing was seen yet.</summary>
    public SeenExecutions? See()
    {
        _lookout.Come();
        return _seen;
    }

    public override void Dispose()
    {
        _lookout.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _lookout.RunAsync(LookAsync, Interval, options.Value.IdleInterval, stoppingToken);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var running = await executions.ListAsync(ExecutionStatus.RUNNING.Value, ExecutionReader.Page, cancellationToken);
        var ended = await Task.WhenAll(Ends.Select(status =>
            executions.ListAsync(status.Value, ExecutionReader.Page, cancellationToken)));
        _seen = new(
            at,
            ExecutionCount.Of(ExecutionStatus.RUNNING.Value, running),
            [.. Ends.Zip(ended, (status, list) => ExecutionCount.Of(status.Value, list))],
            await LookIntoAsync(running.Executions, cancellationToken),
            await DescribeAsync(ended.Skip(1).SelectMany(list => list.Executions), cancellationToken));   // the first succeeded
    }

    private async Task<IReadOnlyList<RunningExecution>> LookIntoAsync(
        IEnumerable<ExecutionListItem> running, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<RunningExecution>();
        await Parallel.ForEachAsync(
            running.OrderBy(execution => execution.StartDate).Take(LookedInto), AtOnce(cancellationToken), async (execution, token) =>
            {
                var history = await executions.HistoryAsync(execution.ExecutionArn, token);
                found.Add(new(
                    execution.Name,
                    ExecutionSteps.OrderIdOf(history),
                    execution.StartDate!.Value,
                    ExecutionSteps.CurrentOf(history)));
            });
        return [.. found.OrderBy(execution => execution.StartedAt)];
    }

    // An execution that has ended stays as it is, unless it is redriven.
    private async Task<IReadOnlyList<FailedExecution>> DescribeAsync(
        IEnumerable<ExecutionListItem> failed, CancellationToken cancellationToken)
    {
        var described = new ConcurrentDictionary<(string Arn, int Redrives), FailedExecution>();
        var latest = failed.OrderByDescending(execution => execution.StopDate).Take(LookedInto);
        await Parallel.ForEachAsync(latest, AtOnce(cancellationToken), async (execution, token) =>
        {
            var key = (execution.ExecutionArn, execution.RedriveCount ?? 0);
            if (_described.TryGetValue(key, out var known))
            {
                described[key] = known;
            }
            else if (await executions.DescribeAsync(execution.ExecutionArn, token) is { EndedAt: { } endedAt } view)
            {
                described[key] = new(execution.Name, view.OrderId, view.Status, endedAt, view.Error, view.Cause);
            }
        });
        _described = described;
        return [.. described.Values.OrderByDescending(execution => execution.EndedAt)];
    }

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
}
