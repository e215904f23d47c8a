using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Provisioning;

/// <summary>Looks for resources of a prefix without the provisioner's help.</summary>
internal static class Leftovers
{
    public static async Task AssertNoneAsync(AwsClients clients, ResourceNaming naming)
    {
        var cancellation = TestContext.Current.CancellationToken;

        var queues = await clients.Sqs.ListQueuesAsync(new ListQueuesRequest(naming.Prefix), cancellation);
        Assert.Empty(queues.QueueUrls ?? []);
        var buses = await clients.EventBridge.ListEventBusesAsync(new() { NamePrefix = naming.Prefix }, cancellation);
        Assert.Empty(buses.EventBuses ?? []);
        var archives = await clients.EventBridge.ListArchivesAsync(new() { NamePrefix = naming.Prefix }, cancellation);
        Assert.Empty(archives.Archives ?? []);
        var topics = await clients.Sns.ListTopicsAsync(new(), cancellation);
        Assert.DoesNotContain(topics.Topics ?? [], topic => topic.TopicArn.Contains(naming.Prefix, StringComparison.Ordinal));
        await Assert.ThrowsAsync<Amazon.EventBridge.Model.ResourceNotFoundException>(() => clients.EventBridge.ListRulesAsync(
            new() { EventBusName = naming.NameOf(Topology.Bus) }, cancellation));
        foreach (var table in Topology.Tables)
        {
            await Assert.ThrowsAsync<Amazon.DynamoDBv2.Model.ResourceNotFoundException>(
                () => clients.DynamoDb.DescribeTableAsync(naming.NameOf(table.Name), cancellation));
        }
    }
}
