using Workers.Events;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Endpoint;

/// <summary>The whole topology below a fresh prefix, for the specs of one class; destroyed after them.</summary>
public sealed class ProvisionedFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    /// <summary>The prefix of every name.</summary>
    public ResourceNaming Naming { get; } = new() { Prefix = Prefix.Fresh() };

    /// <summary>Provisions this fleet.</summary>
    public TopologyProvisioner Provisioner => new(endpoint.Clients, Naming, TimeProvider.System);

    /// <summary>What applying the topology to nothing reported.</summary>
    public IReadOnlyList<ProvisionedResource> Applied { get; private set; } = [];

    public async ValueTask InitializeAsync() => Applied = await Provisioner.ApplyAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await Provisioner.DestroyAsync(CancellationToken.None);

    /// <summary>A topic's ARN, by its unprefixed name.</summary>
    public async Task<string> TopicArnAsync(string topic) =>
        (await endpoint.Clients.Sns.ListTopicsAsync(new(), TestContext.Current.CancellationToken)).Topics
            .Single(one => one.TopicArn.EndsWith($":{Naming.NameOf(topic)}", StringComparison.Ordinal)).TopicArn;

    /// <summary>A queue's URL, by its unprefixed name.</summary>
    public async Task<string> QueueUrlAsync(string queue) =>
        (await endpoint.Clients.Sqs.GetQueueUrlAsync(Naming.NameOf(queue), TestContext.Current.CancellationToken)).QueueUrl;
}
