using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Executions;

/// <summary>Which errors a retrier or catcher takes.</summary>
internal static class ErrorMatch
{
    public static bool Takes(IReadOnlyList<string> names, StateFailedException failure) => names.Any(name => name switch
    {
        ErrorNames.All => failure.Error != ErrorNames.Runtime,
        ErrorNames.TaskFailed => failure.Error is not (ErrorNames.Timeout or ErrorNames.DataLimitExceeded or ErrorNames.Runtime),
        _ => name == failure.Error || name == failure.AlsoKnownAs,
    });
}

/// <summary>Counts the retries of a state, each retrier's by itself.</summary>
internal sealed class RetryCount(IReadOnlyList<Retrier> retriers, Random random)
{
    private readonly int[] _retries = new int[retriers.Count];

    /// <summary>How long to wait before the next retry; null when there is none.</summary>
    public TimeSpan? Next(StateFailedException failure)
    {
        for (var i = 0; i < retriers.Count; i++)
        {
            if (!ErrorMatch.Takes(retriers[i].Errors, failure))
            {
                continue;
            }

            return _retries[i] < retriers[i].MaxAttempts ? Jitter(retriers[i], retriers[i].Delay(_retries[i]++)) : null;
        }

        return null;
    }

    private TimeSpan Jitter(Retrier retrier, TimeSpan delay)
    {
        if (!retrier.HasJitter)
        {
            return delay;
        }

        lock (random)
        {
            return delay * random.NextDouble();
        }
    }
}
