using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Workers.Console.DeadLetters;
using Workers.Events;
using Workers.Operations;
using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;
using Workers.Operations.Timing;

namespace Workers.Console.Acts;

/// <summary>
/// Sends dead letters back and throws them away, while pages show how far that is. A discard waits for its undo window. A console that ends
/// meanwhile has not done what waited, and ends what runs between two batches: a letter is then where it was, or where it was to go.
/// </summary>
internal sealed class LetterJobs(
    FleetAccess fleet, LetterSurveys looks, IOptions<ConsoleOptions> options, IConfiguration configuration, TimeProvider time) : BackgroundService
{
    private const int PerSecond = 50;
    private const int MostRemembered = 50;
    private const int MostRehearsed = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, LetterJob> _jobs = new();
    private readonly Channel<LetterJob> _asked = Channel.CreateBounded<LetterJob>(MostRemembered);

    /// <summary>The latest jobs, newest first.</summary>
    public IReadOnlyList<LetterJob> Latest => [.. _jobs.Values.OrderByDescending(job => job.BeginsAt).Take(MostRemembered)];

    /// <summary>Jobs of a queue that have not ended.</summary>
    public IEnumerable<LetterJob> Open(string queue) => _jobs.Values.Where(job => job.Queue == queue && !job.HasEnded);

    /// <summary>Asks for letters to be removed; the answer says when that begins.</summary>
    public async Task<LetterJob> AskAsync(
        LetterJobKind kind, string queue, string? group, string by, string reason, CancellationToken cancellationToken)
    {
        var beginsAt = time.GetUtcNow() + (kind is LetterJobKind.Discard ? options.Value.UndoWindow : TimeSpan.Zero);
        var job = new LetterJob(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), kind, queue, group, by, reason, beginsAt);
        _jobs[job.Id] = job;
        await _asked.Writer.WriteAsync(job, cancellationToken);
        return job;
    }

    /// <summary>Takes a job back; false where it has begun, or is not known.</summary>
    public bool Undo(string id)
    {
        while (_jobs.TryGetValue(id, out var job) && job.State is LetterJobState.Waits)
        {
            if (_jobs.TryUpdate(id, job with { State = LetterJobState.Undone, Outcome = "Undone: nothing was deleted." }, job))
            {
                return true;
            }
        }

        return false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        try
        {
            await foreach (var job in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                running.RemoveAll(task => task.IsCompleted);
                running.Add(RunAsync(job.Id, stoppingToken));
                Forget();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var wait = _jobs[id].BeginsAt - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (cancellationToken.IsCancellationRequested
            || _jobs[id] is not { State: LetterJobState.Waits } waiting
            || !_jobs.TryUpdate(id, waiting with { State = LetterJobState.Runs }, waiting))
        {
            return;
        }

        try
        {
            _jobs[id] = _jobs[id].Kind is LetterJobKind.RedriveRehearsed
                ? _jobs[id].Ended(await RedriveRehearsedAsync(_jobs[id], cancellationToken))
                : _jobs[id].Ended(await RemoveAsync(_jobs[id], cancellationToken));
        }
        catch (Exception exception) when (exception is OperationFailedException or OperationCanceledException
            || AwsFailures.Of(exception, cancellationToken) is not null)
        {
            _jobs[id] = _jobs[id] with { State = LetterJobState.Failed, Outcome = exception.Message };
        }
    }

    private async Task<RemovalAnswer> RemoveAsync(LetterJob job, CancellationToken cancellationToken)
    {
        await using var absence = await looks.KeepAwayAsync(job.Queue, cancellationToken);
        var url = await fleet.QueueUrlAsync(job.Queue, cancellationToken);
        var deletion = new LetterDeletion(fleet.Aws.Sqs, url);
        IRemover remover = job.Kind is LetterJobKind.Redrive
            ? new Redriving(fleet.Aws.Sqs, await RedriveRoutes.OfAsync(fleet, job.Queue, cancellationToken), deletion)
            : new Discarding(deletion);
        await using var walk = new DeadLetterWalk(fleet.Aws.Sqs, url);
        var removing = new Removing(walk, remover, new LetterFilter { Group = job.Group }, time);
        return await removing.RemoveAsync(
            fleet.Naming.NameOf(job.Queue),
            new Pace(PerSecond, time),
            done => _jobs[job.Id] = _jobs[job.Id] with { Gone = (int)done },
            cancellationToken);
    }

    private async Task<RehearsedRedriveAnswer> RedriveRehearsedAsync(LetterJob job, CancellationToken cancellationToken)
    {
        await using var absence = await looks.KeepAwayAsync(job.Queue, cancellationToken);
        var (letters, _) = await new DeadLetterRehearsal(fleet, configuration).RunAsync(
            job.Queue, new LetterFilter { Group = job.Group }, MostRehearsed, cancellationToken);
        return await new RehearsedRedrive(fleet, job.Queue, new Pace(PerSecond, time), Patience).RunAsync(
            letters, done => _jobs[job.Id] = _jobs[job.Id] with { Gone = (int)done }, cancellationToken);
    }

    private void Forget()
    {
        foreach (var old in _jobs.Values.Where(job => job.HasEnded).OrderByDescending(job => job.BeginsAt).Skip(MostRemembered))
        {
            _jobs.TryRemove(old.Id, out _);
        }
    }
}
