using Amazon.SQS;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

/// <summary>Waits for a fleet to have nothing left to do. Messages that are delayed until a deadline do not count.</summary>
internal static class Quiet
{
    private const int Looks = 5;   // between two, a message may be on its way over the bus

    public static async Task WaitAsync(AwsEndpoint endpoint, RunningFleet fleet)
    {
        var quiet = 0;
        await Eventually.TrueAsync("the fleet has nothing left to do", async () =>
        {
            quiet = await DepthAsync(endpoint, fleet) == 0 ? quiet + 1 : 0;
            return quiet == Looks;
        });
    }

    private static async Task<int> DepthAsync(AwsEndpoint endpoint, RunningFleet fleet)
    {
        var depth = 0;
        foreach (var queue in Topology.Consumptions.Select(consumes => consumes.Queue.Name))
        {
            var attributes = await endpoint.Clients.Sqs.GetQueueAttributesAsync(
                await fleet.QueueUrlAsync(queue),
                [QueueAttributeName.ApproximateNumberOfMessages, QueueAttributeName.ApproximateNumberOfMessagesNotVisible],
                TestContext.Current.CancellationToken);
            depth += attributes.ApproximateNumberOfMessages + attributes.ApproximateNumberOfMessagesNotVisible;
        }

        return depth;
    }
}
