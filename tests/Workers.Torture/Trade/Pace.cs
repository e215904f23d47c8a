using Amazon.Runtime;
using Workers.Contracts;
using Workers.Torture.Aws;

namespace Workers.Torture.Trade;

/// <summary>Holds traders up while the fleets are far behind, so that what is left at the end is done soon.</summary>
internal sealed class Pace(TortureAws aws, TimeProvider time)
{
    private const int MostWaiting = 150;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private volatile bool _isBehind;

    /// <summary>Looks until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Look, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LookAsync();
        }
    }

    /// <summary>Waits until the fleets have caught up, or the shop closes.</summary>
    public async Task WaitAsync(CancellationToken closing)
    {
        while (_isBehind && !closing.IsCancellationRequested)
        {
            await Task.Delay(Look, time, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        try
        {
            var deepest = 0;
            foreach (var queue in TortureAws.DeadLetterQueues.Keys.Where(queue => queue != Topology.OrderDeadlinesQueue))   // where all wait
            {
                deepest = Math.Max(deepest, (await aws.DepthAsync(queue, CancellationToken.None)).All);
            }

            _isBehind = deepest > MostWaiting;
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            // The faults strike us as well: the next look tells.
        }
    }
}
