using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Operations;
using Workers.Operations.DeadLetters;

namespace Workers.Console.DeadLetters;

/// <summary>
/// Looks into dead-letter queues for pages. Looking hides letters from others for as long as it lasts, so one look serves every page for a
/// while, and none begins while letters of the queue are being sent back or deleted. Bodies are kept in memory alone and are never logged.
/// </summary>
internal sealed partial class LetterSurveys(
    FleetAccess fleet,
    IOptions<ConsoleOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<LetterSurveys> logger)
{
    /// <summary>How old a look may be where its letters are what somebody looks at.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>How old it may be where it only says what hurts most: a look costs calls.</summary>
    public static readonly TimeSpan FreshEnough = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, LetterSurvey> _looks = new();
    private readonly ConcurrentDictionary<string, Lazy<Task>> _running = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();

    /// <summary>What was seen of every queue so far.</summary>
    public IEnumerable<LetterSurvey> Known => _looks.Values;

    /// <summary>
    /// What is known of a queue. Where that is old a look begins; a page waits a moment for it and shows what is known else, null for
    /// nothing yet.
    /// </summary>
    /// <param name="queue">The dead-letter queue's unprefixed name.</param>
    /// <param name="atLeast">How many letters are wanted, where more than usual.</param>
    /// <param name="fresh">How old it may be.</param>
    /// <param name="cancellationToken">Ends the wait, not the look.</param>
    public async Task<LetterSurvey?> LookAsync(string queue, int? atLeast, TimeSpan fresh, CancellationToken cancellationToken)
    {
        var most = Math.Max(atLeast ?? 0, options.Value.Letters);
        var known = _looks.GetValueOrDefault(queue);
        if (known is not null && time.GetUtcNow() - known.At < fresh && (known.IsWhole || known.Looked >= most))
        {
            return known;
        }

        var look = _running.GetOrAdd(queue, _ => new(() => LookOnceAsync(queue, most))).Value;
        await Task.WhenAny(look, Task.Delay(Patience, time, cancellationToken));
        return _looks.GetValueOrDefault(queue);
    }

    /// <summary>Keeps looks away from a queue until it is disposed of; what was known of it is forgotten then.</summary>
    public async Task<IAsyncDisposable> KeepAwayAsync(string queue, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(queue, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new Absence(() =>
        {
            _looks.TryRemove(queue, out _);
            gate.Release();
        });
    }

    private async Task LookOnceAsync(string queue, int most)
    {
        await Task.Yield();
        var gate = _gates.GetOrAdd(queue, _ => new(1, 1));
        try
        {
            await gate.WaitAsync(lifetime.ApplicationStopping);
            try
            {
                _looks[queue] = await ReadAsync(queue, most, lifetime.ApplicationStopping);
            }
            finally
            {
                gate.Release();
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (exception is OperationFailedException
            || AwsFailures.Of(exception, lifetime.ApplicationStopping) is not null)
        {
            LogNoLook(logger, queue, exception.Message);
        }
        finally
        {
            _running.TryRemove(queue, out _);
        }
    }

    private async Task<LetterSurvey> ReadAsync(string queue, int most, CancellationToken cancellationToken)
    {
        var tally = new LetterTally();
        await using var walk = new DeadLetterWalk(fleet.Aws.Sqs, await fleet.QueueUrlAsync(queue, cancellationToken));
        await foreach (var letters in walk.BatchesAsync(cancellationToken))
        {
            foreach (var letter in letters)
            {
                tally.Add(letter);
            }

            if (tally.Count >= most)
            {
                return tally.Answer(queue, time.GetUtcNow(), isWhole: false);
            }
        }

        return tally.Answer(queue, time.GetUtcNow(), isWhole: true);
    }

    private sealed class Absence(Action end) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            end();
            return ValueTask.CompletedTask;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Queue {Queue} cannot be looked into: {Reason}")]
    private static partial void LogNoLook(ILogger logger, string queue, string reason);
}
