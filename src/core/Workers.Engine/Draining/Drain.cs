using Workers.Engine.Leasing;
using Workers.Engine.Receiving;
using Workers.Engine.Settling;
using Workers.Engine.Timing;

namespace Workers.Engine.Draining;

/// <summary>
/// The end of consuming, after which no message of ours is invisible, and none was handled without being settled. Nothing new
/// is begun when it starts: what open polls bring, and what was not started yet, is shown again at once.
/// </summary>
internal sealed class Drain(
    Receiver receiver, RunningTasks polls, RunningTasks messages, LeaseTable leases, Settler settler, ConsumerContext context)
{
    /// <summary>What a drain may take beyond its limit before it is held to hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long handlers may take to end when they are told to.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long the calls may take that show messages again; SQS may not answer at all.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(2);

    /// <summary>Waits for handlers and polls up to the drain's limit, then ends what is left.</summary>
    /// <param name="cutShort">The host waits no longer: the limit has come.</param>
    public async Task RunAsync(CancellationToken cutShort)
    {
        // Leases are extended all the while.
        await WithinAsync(context.Options.DrainLimit, EndedAsync(), cutShort);

        leases.InterruptAll();
        await WithinAsync(Grace, messages.WhenIdleAsync(), CancellationToken.None);
        await WithinAsync(LastCalls, settler.ReturnAsync(leases.LoseAll()), CancellationToken.None);

        // Last, because it strands what SQS is handing out at this moment; what came in until now is shown again.
        receiver.Abandon();
        await WithinAsync(Grace, EndedAsync(), CancellationToken.None);
    }

    private async Task EndedAsync()
    {
        // In this order: polls bring messages, which count before the polls have ended.
        await polls.WhenIdleAsync();
        await messages.WhenIdleAsync();
    }

    private async Task WithinAsync(TimeSpan limit, Task ended, CancellationToken cutShort) =>
        await ended.WaitAsync(limit, context.Time, cutShort)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
