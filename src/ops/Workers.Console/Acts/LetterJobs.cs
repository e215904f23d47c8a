using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Workers.Console.DeadLetters;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Operations;
using Workers.Operations.DeadLetters;
using Workers.Operations.Fleet;
using Workers.Operations.Rehearsals;
using Workers.Operations.Timing;

namespace Workers.Console.Acts;

/// <summary>
/// Sends dead letters back and throws them away, while pages show how far that is. The audit trail is told of each before it begins; a
/// discard waits for its undo window. A console that is stopped has not done what waited, and ends what runs between two batches: a letter
/// is then where it was, or where it was to go. It remembers jobs only while it runs.
/// </summary>
internal sealed class LetterJobs(
    FleetAccess fleet,
    LetterSurveys looks,
    IEventPublisher publisher,
    IOptions<ConsoleOptions> options,
    IConfiguration configuration) : BackgroundService
{
    /// <summary>How many letters a second are sent back, where nobody asks for another number.</summary>
    public const int UsualPerSecond = 50;

    /// <summary>How many a second at most.</summary>
    public const int MostPerSecond = 1_000;

    private const int MostRemembered = 50;
    private const int MostRehearsed = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = fleet.Time;
    private readonly ConcurrentDictionary<string, LetterJob> _jobs = new();
    private readonly Channel<LetterJob> _asked = Channel.CreateBounded<LetterJob>(MostRemembered);

    /// <summary>The latest jobs, newest first.</summary>
    public IReadOnlyList<LetterJob> Latest => [.. _jobs.Values.OrderByDescending(job => job.BeginsAt).Take(MostRemembered)];

    /// <summary>When this console began to remember.</summary>
    public DateTimeOffset Since { get; } = fleet.Time.GetUtcNow();

    /// <summary>Asks for letters to be removed, at once or when the undo window is over.</summary>
    public async Task AskAsync(LetterOrder order, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var beginsAt = now + (order.Kind is LetterJobKind.Discard ? options.Value.UndoWindow : TimeSpan.Zero);
        var job = new LetterJob(Guid.CreateVersion7(now).ToString("N"), order, beginsAt);
        _jobs[job.Id] = job;
        await _asked.Writer.WriteAsync(job, cancellationToken);
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
        var wait = _jobs[id].BeginsAt - _time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (cancellationToken.IsCancellationRequested
            || _jobs[id] is not { State: LetterJobState.Waits } waiting
            || !_jobs.TryUpdate(id, waiting with { State = LetterJobState.Runs }, waiting))
        {
            return;
        }

        try
        {
            await TellTheTrailAsync(waiting.Order, cancellationToken);
            _jobs[id] = waiting.Order.Kind is LetterJobKind.RedriveRehearsed
                ? _jobs[id].Ended(await RedriveRehearsedAsync(waiting, cancellationToken))
                : _jobs[id].Ended(await RemoveAsync(waiting, cancellationToken));
        }
        catch (PublishFailedException exception)
        {
            _jobs[id] = _jobs[id].Stopped($"Nothing was done, since the audit trail could not be told: {exception.Message}");
        }
        catch (Exception exception) when (exception is OperationFailedException or OperationCanceledException
            || AwsFailures.Of(exception, cancellationToken) is not null)
        {
            _jobs[id] = _jobs[id].Stopped(
                $"It stopped after {_jobs[id].Looked} letters: {exception.Message} "
                + "Each letter is where it was, or where it was to go; ask again for the rest.");
        }
    }

    private Task TellTheTrailAsync(LetterOrder order, CancellationToken cancellationToken)
    {
        var what = order.Kind is LetterJobKind.Discard ? "Dead Letters Discarded" : "Dead Letters Redriven";
        var act = new Act(what, order.Queue, order.By, order.Reason)
        {
            Details = new Dictionary<string, JsonNode?>
            {
                ["group"] = order.Group,
                ["rehearsed"] = order.Kind is LetterJobKind.RedriveRehearsed,
            },
        };
        return publisher.PublishAsync([act.ToEvent(_time.GetUtcNow())], cancellationToken);
    }

    private async Task<RemovalAnswer> RemoveAsync(LetterJob job, CancellationToken cancellationToken)
    {
        var order = job.Order;
        await using var absence = await looks.KeepAwayAsync(order.Queue, cancellationToken);
        var url = await fleet.QueueUrlAsync(order.Queue, cancellationToken);
        var deletion = new LetterDeletion(fleet.Aws.Sqs, url);
        IRemover remover = order.Kind is LetterJobKind.Redrive
            ? new Redriving(fleet.Aws.Sqs, await RedriveRoutes.OfAsync(fleet, order.Queue, cancellationToken), deletion)
            : new Discarding(deletion);
        await using var walk = new DeadLetterWalk(fleet.Aws.Sqs, url);
        return await new Removing(walk, remover, new LetterFilter { Group = order.Group }, _time).RemoveAsync(
            fleet.Naming.NameOf(order.Queue), new Pace(order.PerSecond, _time), done => Progress(job.Id, done), cancellationToken);
    }

    private async Task<RehearsedRedriveAnswer> RedriveRehearsedAsync(LetterJob job, CancellationToken cancellationToken)
    {
        var order = job.Order;
        await using var absence = await looks.KeepAwayAsync(order.Queue, cancellationToken);
        var (letters, _) = await new DeadLetterRehearsal(fleet, configuration).RunAsync(
            order.Queue, new LetterFilter { Group = order.Group }, MostRehearsed, cancellationToken);
        return await new RehearsedRedrive(fleet, order.Queue, new Pace(order.PerSecond, _time), Patience).RunAsync(
            letters, done => Progress(job.Id, done), cancellationToken);
    }

    private void Progress(string id, double looked) => _jobs[id] = _jobs[id] with { Looked = (int)looked };

    private void Forget()
    {
        foreach (var old in _jobs.Values.Where(job => job.HasEnded).OrderByDescending(job => job.BeginsAt).Skip(MostRemembered))
        {
            _jobs.TryRemove(old.Id, out _);
        }
    }
}
