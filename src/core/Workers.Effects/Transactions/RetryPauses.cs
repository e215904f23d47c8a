using Microsoft.Extensions.Options;
using Workers.Events;

namespace Workers.Effects.Transactions;

/// <summary>How often and after which pauses a transaction or read is tried again: exponential to a second, with full jitter.</summary>
internal sealed class RetryPauses(Jitter jitter, TimeProvider timeProvider, IOptions<EffectsOptions> options)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Pauses before the next attempt; answers false, at once, when there are none left.</summary>
    /// <param name="attempt">The attempt that just failed, from 1.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    public async Task<bool> TryPauseAsync(int attempt, CancellationToken cancellationToken)
    {
        if (attempt >= options.Value.MaxCommits)
        {
            return false;
        }

        var longest = options.Value.CommitRetryDelay * Math.Pow(2, attempt - 1);
        await Task.Delay(jitter.UpTo(longest < LongestPause ? longest : LongestPause), timeProvider, cancellationToken);
        return true;
    }
}
